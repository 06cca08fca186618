using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Takes a ficha that nobody reviews yet back to draft.</summary>
[Allow]
internal sealed class RecallModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Dossier = await db.GetMineAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        Dossier.Recall(me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}");
    }
}
