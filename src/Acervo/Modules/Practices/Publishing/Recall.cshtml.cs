using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>Takes a ficha that nobody reviews yet back to draft.</summary>
[Allow]
internal sealed class RecallModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    internal Practice Practice { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Practice = await db.GetMineAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        Practice = await db.GetMineAsync(id, me, cancel);
        Practice.Recall(me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}");
    }
}
