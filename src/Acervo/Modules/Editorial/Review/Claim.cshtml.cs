using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Takes a ficha out of the pool.</summary>
[Allow(Role.Reviewer)]
internal sealed class ClaimModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/revision/{id}");

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        var dossier = await db.GetForReviewAsync(id, me, cancel);
        dossier.Claim(me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/revision/{id}");
    }
}
