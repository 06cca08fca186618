using Acervo.Platform.Http.Bodies;
using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Tables.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin;

/// <summary>A page that takes a sheet of rows; what follows is the road of every import.</summary>
[Takes(TableLimits.FileBytes + TakesAttribute.Around, File = TableLimits.FileBytes)]
internal abstract class SheetUpload(ImportDesk desk) : PageModel
{
    internal string? FileError { get; private set; }

    /// <summary>Tells what was refused before the page was asked: a body that is too large, a file that is none.</summary>
    protected void HearRefusal()
    {
        if (RefusedFile.In(HttpContext) is { } refused)
        {
            Refuse(refused);
        }
    }

    /// <param name="file">As it was sent; null when none was chosen.</param>
    /// <param name="kind">The kind of import that judges its rows.</param>
    /// <param name="target">Into what the rows go.</param>
    /// <param name="title">How that is called.</param>
    /// <param name="cancel">Stops it.</param>
    protected async Task<IActionResult> TakeAsync(IFormFile? file, string kind, string target, string title, CancellationToken cancel)
    {
        if (file is not SentFile { Length: > 0 } sent)
        {
            return Refuse(file is null ? "Elija una hoja de cálculo o un CSV." : "El archivo está vacío. Vuelva a guardarlo y envíelo de nuevo.");
        }

        var import = await desk.TakeAsync(sent, kind, target, title, unit: null, cancel);
        return Redirect($"/importaciones/{import.Id}");
    }

    private PageResult Refuse(string sentence)
    {
        FileError = sentence;
        ModelState.AddModelError("file", sentence);
        return Page();
    }
}
