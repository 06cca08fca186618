using Acervo.Modules.Practices.Review;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>Sends an approved ficha back to review, when whoever was about to publish it finds something.</summary>
[Allow(Role.Reviewer)]
internal sealed class ReopenModel(AppDb db, Me me, PracticeMails mails, TimeProvider clock) : PageModel
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
            ReasonError = "Escriba qué encontró: quien la revisó y quien la escribió deben saber qué mirar.";
            ModelState.AddModelError("reason", ReasonError);
            return Page();
        }

        var round = await db.Rounds.Where(one => one.Subject == Practice.Subject).OrderByDescending(one => one.Round).OneAsync(cancel);
        var approver = Practice.Editorial.ApprovedBy;
        db.Remarks.Add(Practice.Reopen(round, Reason, me.Id, clock.Now()));
        await mails.ReopenedAsync(Practice, approver, Reason, me.Id, cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/revision/{id}");
    }
}
