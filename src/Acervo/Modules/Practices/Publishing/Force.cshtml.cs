using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>Publishes without a second person, with a reason, flagged until somebody confirms it. Never one's own work.</summary>
[Allow(Role.Reviewer)]
internal sealed class ForceModel(AppDb db, Me me, PracticePublishing publishing) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}/publicar");

    public async Task<IActionResult> OnPostAsync(int id, string? reason, string? approved, CancellationToken cancel)
    {
        var practice = await db.GetForReviewAsync(id, me, cancel);
        practice.RequireSeen(approved);
        await publishing.ForceAsync(practice, reason ?? "", me.Id, cancel);
        return Redirect($"/fichas/{id}");
    }
}
