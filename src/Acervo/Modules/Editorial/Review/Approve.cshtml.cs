using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Review;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Approves the exact text that was reviewed.</summary>
[Allow(Role.Reviewer)]
public sealed class ApproveModel(AppDb db, Me me, DossierMails mails, WhatFollows follows, TimeProvider clock) : DecisionModel(db, me)
{
    public async Task<IActionResult> OnPostAsync(int id, string? note, CancellationToken cancel)
    {
        await LoadReadAsync(id, cancel);
        Note = note ?? "";
        Dossier.Approve(Round, OpenRemarks.Count, Note, Me.Id, clock.Now());
        await mails.ApprovedAsync(Dossier, cancel);
        await Db.SaveChangesAsync(cancel);
        TempData["Done"] = $"Usted aprobó «{Dossier.Title}». {await follows.PublishersAsync(Dossier, cancel)} Quien la escribió recibirá un correo.";
        return Redirect($"/fichas/{id}");
    }
}
