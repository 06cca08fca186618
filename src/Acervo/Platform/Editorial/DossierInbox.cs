using Acervo.Platform.Accounts;
using Acervo.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial;

/// <summary>What waits for a person in the bank: to mend, to review, to publish, to confirm, to finish.</summary>
internal static class DossierInbox
{
    public static async Task<IReadOnlyList<InboxRow>> WaitingAsync(AppDb db, Me me, TimeProvider clock, CancellationToken cancel)
    {
        var dossiers = db.Dossiers.AsNoTracking();
        var mine = dossiers.By(me).Where(p => p.Editorial.Stage == Stage.ChangesRequested || p.Editorial.Stage == Stage.Draft);
        var waiting = dossiers.ForReviewer(me).ByOthers(me)
            .Where(p => (p.Editorial.Stage == Stage.InReview && (p.Editorial.ReviewerId == null || p.Editorial.ReviewerId == me.Id))
                || (p.Editorial.Stage == Stage.Approved && p.Editorial.ApprovedBy != me.Id)
                || (p.Editorial.ForcedBy != null && p.Editorial.ConfirmedBy == null && p.Editorial.ForcedBy != me.Id));
        // No dossier is in both, for one is written by this person and the other by others alone.
        var rows = await (me.Has(Role.Reviewer) ? mine.Concat(waiting) : mine)
            .Select(p => new
            {
                p.Id,
                p.Title,
                IsMine = p.AuthorId == me.Id || p.Coauthors.Contains(me.Id),
                p.Editorial.Stage,
                p.Editorial.ReviewerId,
                p.Editorial.SubmittedAt,
                p.Editorial.ChangedAt,
            })
            .ToListAsync(cancel);
        return rows.ConvertAll(p => p.Stage switch
        {
            _ when p.IsMine => Row($"/fichas/{p.Id}", p.Title, p.Stage == Stage.Draft ? "Borrador sin enviar" : "Le solicitaron cambios",
                p.Stage == Stage.Draft ? "edit" : "return", p.ChangedAt),
            Stage.InReview => Row($"/revision/{p.Id}", p.Title, p.ReviewerId is null ? "Espera quien la revise" : "La está revisando usted", "eye",
                p.SubmittedAt ?? p.ChangedAt),
            Stage.Approved => Row($"/fichas/{p.Id}/publicar", p.Title, "Aprobada: falta una segunda persona que la publique", "publish", p.ChangedAt),
            _ => Row($"/fichas/{p.Id}", p.Title, "Se publicó sin segunda persona: falta confirmarla", "warning", p.ChangedAt),
        });
    }

    private static InboxRow Row(string href, string title, string why, string icon, DateTime since) =>
        new(href, title.Length == 0 ? "Sin título" : title, why, icon, since, null, null);
}
