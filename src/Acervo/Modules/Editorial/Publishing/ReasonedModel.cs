using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>An act that somebody must be told the reason of: it is asked for, and what was typed stays when it is refused.</summary>
internal abstract class ReasonedModel(AppDb db, Me me) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal string Reason { get; private set; } = "";

    internal string? ReasonError { get; private set; }

    /// <summary>Letters that a reason has at least.</summary>
    protected virtual int Fewest => 10;

    /// <summary>What to answer to whoever gives no reason.</summary>
    protected abstract string Demand { get; }

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetForReviewAsync(id, me, cancel);
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(int id, string? reason, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        Reason = reason ?? "";
        ReasonError = Reason.Trim().Length < Fewest ? Demand : RefusalOf(Reason);
        if (ReasonError is null)
        {
            return await ActAsync(cancel);
        }

        ModelState.AddModelError("reason", ReasonError);
        return Page();
    }

    /// <summary>What else the page shows.</summary>
    protected virtual Task LoadAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Why this reason will not do; null when it will.</summary>
    protected virtual string? RefusalOf(string reason) => null;

    protected abstract Task<IActionResult> ActAsync(CancellationToken cancel);
}
