using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Marks a remark as resolved: its reviewer is satisfied.</summary>
[Allow(Role.Reviewer)]
internal sealed class SettleModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/revision/{id}");

    public async Task<IActionResult> OnPostAsync(int id, int remark, CancellationToken cancel)
    {
        var dossier = await db.GetForReviewAsync(id, me, cancel);
        var root = await db.RemarkOfAsync(dossier, remark, cancel);
        dossier.Settle(root, me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/revision/{id}#{root.Field}");
    }
}
