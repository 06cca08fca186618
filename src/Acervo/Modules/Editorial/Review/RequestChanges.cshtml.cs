using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Review;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Sends the ficha back to its author with the open remarks.</summary>
[Allow(Role.Reviewer)]
public sealed class RequestChangesModel(AppDb db, Me me, DossierMails mails, WhatFollows follows, TimeProvider clock) : DecisionModel(db, me)
{
    public async Task<IActionResult> OnPostAsync(int id, string? note, CancellationToken cancel)
    {
        await LoadReadAsync(id, cancel);
        Note = note ?? "";
        if (OpenRemarks.Count == 0 && Note.Trim().Length == 0)
        {
            ModelState.AddModelError("note",
                "Escriba una nota, o vuelva a la revisión y haga una observación en una respuesta: quien la escribió debe saber qué mejorar.");
            return Page();
        }

        Dossier.RequestChanges(Round, Note, OpenRemarks.Count, Me.Id, clock.Now());
        await mails.ChangesRequestedAsync(Dossier, Note, cancel);
        await Db.SaveChangesAsync(cancel);
        TempData["Done"] = await follows.ReturnedAsync(Dossier, cancel);
        return Redirect("/revision");
    }
}
