using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Capture.Authors;

/// <summary>Somebody no longer writes a ficha.</summary>
[Allow]
internal sealed class RemoveModel(AppDb db, Me me) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}/autores");

    public async Task<IActionResult> OnPostAsync(int id, int person, CancellationToken cancel)
    {
        var dossier = await db.GetToHandOverAsync(id, me, cancel);
        dossier.Unshare(person, me.Id, await db.IsLeftAsync(dossier, cancel));
        await db.SaveChangesAsync(cancel);
        return Redirect(dossier.IsBy(me.Id) || (me.Has(Role.Reviewer, dossier.Circle) && !dossier.IsUnsent) ? $"/fichas/{id}/autores" : "/fichas");
    }
}
