using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Imports.Sorting;

/// <summary>Takes the rows in: a work that goes on whether the page is open or not.</summary>
[Allow]
internal sealed class EnterModel(ImportKinds kinds, ImportStart start) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/importaciones/{id}");

    public async Task<IActionResult> OnPostAsync(int id, [FromForm(Name = "vistas")] int seen, [FromForm(Name = "revision")] int revision,
        CancellationToken cancel)
    {
        var (import, _) = await kinds.GetAsync(id, cancel);
        await start.BeginAsync(import, seen, revision, cancel);
        return Redirect($"/importaciones/{id}");
    }
}
