using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>A second person confirms what one published alone.</summary>
[Allow(Role.Reviewer)]
internal sealed class ConfirmModel(AppDb db, Me me) : PageModel
{
    internal Practice Practice { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Practice = await db.GetForReviewAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        Practice = await db.GetForReviewAsync(id, me, cancel);
        Practice.ConfirmForced(me.Id);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}");
    }
}
