using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>Takes a scheduled publication back to approved.</summary>
[Allow(Role.Reviewer)]
internal sealed class UnscheduleModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}/publicar");

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        var practice = await db.GetForReviewAsync(id, me, cancel);
        practice.Unschedule(me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}/publicar");
    }
}
