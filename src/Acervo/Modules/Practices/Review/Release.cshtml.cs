using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Review;

/// <summary>Puts a ficha back in the pool, so that nobody's absence blocks it.</summary>
[Allow(Role.Reviewer)]
internal sealed class ReleaseModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/revision/{id}");

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        var practice = await db.GetForReviewAsync(id, me, cancel);
        practice.Release(me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect("/revision");
    }
}
