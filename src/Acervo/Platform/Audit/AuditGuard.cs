using Acervo.Platform.Accounts;
using Acervo.Platform.Http;
using Acervo.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Audit;

/// <summary>Verifies the trail, writes down what it found and tells the administrators when it is broken. The page and the nightly job both do it.</summary>
public sealed class AuditGuard(AppDb db, AuditVerifier verifier, Outbox outbox, SiteUrl site, TimeProvider clock)
{
    public async Task<AuditCheck> CheckAsync(CancellationToken cancel)
    {
        var verdict = await verifier.VerifyAsync(cancel: cancel);
        var check = new AuditCheck { At = clock.GetUtcNow().UtcDateTime, Intact = verdict.Intact, LastSeq = verdict.LastSeq, Sentence = verdict.Sentence };
        db.Add(check);
        if (!verdict.Intact)
        {
            await TellAsync(verdict.Sentence, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return check;
    }

    private async Task TellAsync(string sentence, CancellationToken cancel)
    {
        var administrators = await db.People.WithRole(Role.Administrator).ToListAsync(cancel);
        foreach (var person in administrators)
        {
            var letter = new LetterText(
                "La bitácora de auditoría no pasó la verificación",
                person.Name,
                [sentence, "Conserve la base de datos como está y siga la guía de operación antes de cualquier otra acción."],
                "Ver la bitácora",
                site.Of("/admin/bitacora"));
            await outbox.AddAsync(db, new NewLetter(person.Email, letter.Subject, letter.Body, LetterKind.Alarm), cancel);
        }
    }
}
