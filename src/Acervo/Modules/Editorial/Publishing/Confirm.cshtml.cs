using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>A second person confirms what one published alone.</summary>
[Allow(Role.Reviewer)]
internal sealed class ConfirmModel(AppDb db, Me me, DossierPublishing publishing) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Dossier = await db.GetForReviewAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await publishing.ConfirmAsync(await db.GetForReviewAsync(id, me, cancel), me.Id, cancel);
        return Redirect($"/fichas/{id}");
    }
}
