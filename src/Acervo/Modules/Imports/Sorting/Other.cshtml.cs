using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Imports.Sorting;

/// <summary>Begins with another table of the same file.</summary>
[Allow]
internal sealed class OtherModel(ImportKinds kinds, ImportDesk desk) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/importaciones/{id}");

    public async Task<IActionResult> OnPostAsync(int id, [FromForm(Name = "hoja")] string? sheet, [FromForm(Name = "fila")] int row, CancellationToken cancel)
    {
        var (import, kind) = await kinds.GetAsync(id, cancel);
        var other = await desk.TakeOtherAsync(import, kind, sheet ?? "", row, cancel);
        return Redirect($"/importaciones/{other.Id}/columnas");
    }
}
