using Acervo.Platform.Accounts;
using Acervo.Platform.Http.Bodies;
using Acervo.Platform.Reference;
using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Tables.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Takes a sheet with terms of a catalogue; what follows is the road of every import.</summary>
[Allow(Role.Administrator)]
[Takes(TableLimits.FileBytes + TakesAttribute.Around, File = TableLimits.FileBytes)]
internal sealed class ImportModel(AppDb db, ImportDesk desk) : PageModel
{
    internal Catalogue Catalogue { get; private set; } = null!;

    internal string? FileError { get; private set; }

    public async Task OnGetAsync(string code, CancellationToken cancel)
    {
        Catalogue = await db.Catalogues.GetAsync(code, cancel);
        if (RefusedFile.In(HttpContext) is { } refused)
        {
            Refuse(refused);
        }
    }

    public async Task<IActionResult> OnPostAsync(string code, IFormFile? file, CancellationToken cancel)
    {
        Catalogue = await db.Catalogues.GetAsync(code, cancel);
        if (file is not SentFile { Length: > 0 } sent)
        {
            return Refuse(file is null ? "Elija una hoja de cálculo o un CSV." : "El archivo está vacío. Vuelva a guardarlo y envíelo de nuevo.");
        }

        var import = await desk.TakeAsync(sent, CatalogueImport.Kind, code, Catalogue.Name, unit: null, cancel);
        return Redirect($"/importaciones/{import.Id}");
    }

    private PageResult Refuse(string sentence)
    {
        FileError = sentence;
        ModelState.AddModelError("file", sentence);
        return Page();
    }
}
