using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Modules.Practices.Review;

/// <summary>Approves the exact text that was reviewed.</summary>
[Allow(Role.Reviewer)]
public sealed class ApproveModel(AppDb db, Me me, PracticeMails mails, TimeProvider clock) : DecisionModel(db, me)
{
    public async Task<IActionResult> OnPostAsync(int id, string? note, CancellationToken cancel)
    {
        await LoadReadAsync(id, cancel);
        Note = note ?? "";
        Practice.Approve(Round, OpenRemarks.Count, Note, Me.Id, clock.Now());
        await mails.ApprovedAsync(Practice, cancel);
        await Db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}");
    }
}
