using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Takes a scheduled publication back to approved.</summary>
[Allow(Role.Reviewer)]
internal sealed class UnscheduleModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}/publicar");

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        var dossier = await db.GetForReviewAsync(id, me, cancel);
        dossier.Unschedule(me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}/publicar");
    }
}
