using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Imports.Sorting;

/// <summary>Takes a whole import back: a work that goes on whether the page is open or not.</summary>
[Allow]
internal sealed class UndoModel(ImportKinds kinds, ImportStart start) : PageModel
{
    internal TableImport Import { get; private set; } = null!;

    internal ImportKind Kind { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => (Import, Kind) = await kinds.GetAsync(id, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        await start.UndoAsync(Import, Kind, cancel);
        return Redirect($"/importaciones/{id}");
    }
}
