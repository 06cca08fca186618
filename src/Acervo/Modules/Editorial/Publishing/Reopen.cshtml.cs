using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Review;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Sends an approved ficha back to review, when whoever was about to publish it finds something.</summary>
[Allow(Role.Reviewer)]
internal sealed class ReopenModel(AppDb db, Me me, DossierMails mails, TimeProvider clock) : ReasonedModel(db, me)
{
    private readonly AppDb db = db;
    private readonly int person = me.Id;

    protected override string Demand => "Escriba qué encontró: quien la revisó y quien la escribió deben saber qué mirar.";

    protected override async Task<IActionResult> ActAsync(CancellationToken cancel)
    {
        var round = await db.Rounds.Where(one => one.Subject == Dossier.Subject).OrderByDescending(one => one.Round).OneAsync(cancel);
        var approver = Dossier.Editorial.ApprovedBy;
        db.Remarks.Add(Dossier.Reopen(round, Reason, person, clock.Now()));
        await mails.ReopenedAsync(Dossier, approver, Reason, person, cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/revision/{Dossier.Id}");
    }
}
