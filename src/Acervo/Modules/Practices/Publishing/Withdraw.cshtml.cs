using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>Takes a publication off the site and leaves a tombstone that says why.</summary>
[Allow(Role.Reviewer)]
internal sealed class WithdrawModel(AppDb db, Me me, PracticePublishing publishing) : PageModel
{
    internal Practice Practice { get; private set; } = null!;

    internal string Reason { get; private set; } = "";

    internal string? ReasonError { get; private set; }

    public async Task OnGetAsync(int id, CancellationToken cancel) => Practice = await db.GetForReviewAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, string? reason, CancellationToken cancel)
    {
        Practice = await db.GetForReviewAsync(id, me, cancel);
        Reason = reason ?? "";
        if (Reason.Trim().Length < 10)
        {
            ReasonError = "Escriba el motivo del retiro: quedará a la vista de quien busque esta página.";
            ModelState.AddModelError("reason", ReasonError);
            return Page();
        }

        await publishing.WithdrawAsync(Practice, Reason, me.Id, cancel);
        return Redirect($"/fichas/{id}");
    }
}
