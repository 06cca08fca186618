using Acervo.Platform.Accounts;
using Acervo.Platform.Http.Bodies;
using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Tables.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Joining;

/// <summary>Takes a sheet with people to invite; what follows is the road of every import.</summary>
[Allow(Role.Administrator)]
[Takes(TableLimits.FileBytes + TakesAttribute.Around, File = TableLimits.FileBytes)]
internal sealed class ImportModel(ImportDesk desk) : PageModel
{
    internal string? FileError { get; private set; }

    public void OnGet()
    {
        if (RefusedFile.In(HttpContext) is { } refused)
        {
            Refuse(refused);
        }
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is not SentFile { Length: > 0 } sent)
        {
            return Refuse(file is null ? "Elija una hoja de cálculo o un CSV." : "El archivo está vacío. Vuelva a guardarlo y envíelo de nuevo.");
        }

        var import = await desk.TakeAsync(sent, InviteSheet.Kind, "personas", "Personas", unit: null, cancel);
        return Redirect($"/importaciones/{import.Id}");
    }

    private PageResult Refuse(string sentence)
    {
        FileError = sentence;
        ModelState.AddModelError("file", sentence);
        return Page();
    }
}
