using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Publishes without a second person, with a reason, flagged until somebody confirms it. Never one's own work.</summary>
[Allow(Role.Reviewer)]
internal sealed class ForceModel(AppDb db, Me me, DossierPublishing publishing) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}/publicar");

    public async Task<IActionResult> OnPostAsync(int id, string? reason, string? approved, CancellationToken cancel)
    {
        var dossier = await db.GetForReviewAsync(id, me, cancel);
        dossier.RequireSeen(approved);
        await publishing.ForceAsync(dossier, reason ?? "", me.Id, cancel);
        return Redirect($"/fichas/{id}");
    }
}
