using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Imports.Sorting;

/// <summary>A person says whether a doubtful row goes in.</summary>
[Allow]
internal sealed class DecideModel(AppDb db, ImportKinds kinds) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/importaciones/{id}");

    public async Task<IActionResult> OnPostAsync(int id, [FromForm(Name = "fila")] long row, [FromForm(Name = "entra")] bool take, CancellationToken cancel)
    {
        var (import, _) = await kinds.GetAsync(id, cancel);
        if (import.State != ImportState.Looked)
        {
            throw new RuleException("Esta tabla ya se incorporó: no quedan filas por decidir.");
        }

        (await db.ImportRows.Of(id).Where(one => one.Id == row).OneAsync(cancel)).Decide(take);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/importaciones/{id}?estado=decision");
    }
}
