using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Imports.Sorting;

/// <summary>Takes a whole import back.</summary>
[Allow]
internal sealed class UndoModel(ImportKinds kinds, ImportUndo undo) : PageModel
{
    internal TableImport Import { get; private set; } = null!;

    internal ImportKind Kind { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => (Import, Kind) = await kinds.GetAsync(id, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        var count = await undo.UndoAsync(Import, Kind, cancel);
        TempData["Done"] = $"Se {(count == 1 ? "deshizo" : "deshicieron")} {Spanish.Count(count, "fila", "filas")}.";
        return Redirect($"/importaciones/{id}");
    }
}
