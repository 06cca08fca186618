using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial.InUse;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Publications;
using Acervo.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial;

/// <summary>
/// What waits for a person in the bank: to mend, to review, to publish, to confirm, to finish, to say whether it is in use; each with the business day
/// on which it is due.
/// </summary>
internal sealed class DossierInbox(AppDb db, BusinessCalendar calendar, IConfiguration configuration, TimeProvider clock)
{
    private readonly ReminderSettings limits = ReminderSettings.Of(configuration);

    public async Task<IReadOnlyList<InboxRow>> WaitingAsync(Me me, CancellationToken cancel)
    {
        var dossiers = db.Dossiers.AsNoTracking();
        var mine = dossiers.By(me).Where(p => p.Editorial.Stage == Stage.ChangesRequested || p.Editorial.Stage == Stage.Draft);
        var waiting = dossiers.ForReviewer(me).ByOthers(me)
            .Where(p => (p.Editorial.Stage == Stage.InReview && (p.Editorial.ReviewerId == null || p.Editorial.ReviewerId == me.Id))
                || (p.Editorial.Stage == Stage.Approved && p.Editorial.ApprovedBy != me.Id)
                || (p.Editorial.ForcedBy != null && p.Editorial.ConfirmedBy == null && p.Editorial.ForcedBy != me.Id));
        var (now, versions) = (clock.Now(), db.Publications);
        mine = mine.Concat(UseQuestion.Asked(db, dossiers.By(me), now));
        waiting = waiting.Concat(UseQuestion.Asked(db, UseQuestion.Left(db, dossiers.ForReviewer(me).ByOthers(me)), now));
        // No dossier is in both, for one is written by this person and the other by others alone.
        var found = await (me.Has(Role.Reviewer) ? mine.Concat(waiting) : mine)
            .Select(p => new
            {
                p.Id,
                p.Title,
                IsMine = p.AuthorId == me.Id || p.Coauthors.Contains(me.Id),
                p.Editorial.Stage,
                p.Editorial.ReviewerId,
                p.Editorial.SubmittedAt,
                p.Editorial.ClaimedAt,
                p.Editorial.ChangedAt,
                Waits = p.Editorial.ForcedBy != null && p.Editorial.ConfirmedBy == null && p.Editorial.ForcedBy != me.Id,
                Asked = versions.Where(version => version.Kind == p.Kind && version.Item == p.Id && version.State == PublicationState.Current)
                    .Select(version => new { version.LookAt, version.DoubtAt }).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        List<InboxRow> rows = [];
        foreach (var p in found.DistinctBy(p => p.Id))
        {
            var sent = p.SubmittedAt ?? p.ChangedAt;
            rows.Add(p.Stage switch
            {
                Stage.Draft when p.IsMine => Row($"/fichas/{p.Id}", p.Title, "Borrador sin enviar", "edit", p.ChangedAt),
                Stage.Published when p.IsMine || !p.Waits => await DueAsync(
                    Row(UseQuestion.PathOf(p.Id), p.Title, "¿Sigue en uso? Respóndalo para que su página lo diga", "clock", p.Asked!.LookAt!.Value),
                    LifeSign.LastDay(p.Asked.DoubtAt!.Value), cancel),
                _ when p.IsMine =>
                    await DueAsync(Row($"/fichas/{p.Id}", p.Title, "Le solicitaron cambios", "return", p.ChangedAt), p.ChangedAt, limits.ChangesDays, cancel),
                Stage.InReview when p.ReviewerId is null =>
                    await DueAsync(Row($"/revision/{p.Id}", p.Title, "Sin revisor asignado", "eye", sent), sent, limits.UnclaimedDays, cancel),
                Stage.InReview => await DueAsync(Row($"/revision/{p.Id}", p.Title, "La está revisando usted", "eye", sent),
                    p.ClaimedAt > sent ? p.ClaimedAt.Value : sent, limits.ClaimedDays, cancel),
                Stage.Approved => await DueAsync(
                    Row($"/fichas/{p.Id}/publicar", p.Title, "Aprobada: falta una segunda persona que la publique", "publish", p.ChangedAt), p.ChangedAt,
                    limits.PublishDays, cancel),
                _ => await DueAsync(Row($"/fichas/{p.Id}", p.Title, "Se publicó sin segunda persona: falta confirmarla", "warning", p.ChangedAt), p.ChangedAt,
                    limits.PublishDays, cancel),
            });
        }

        return rows;
    }

    /// <summary>Somebody else waits for it: until which day, by the same count as the reminders.</summary>
    private async Task<InboxRow> DueAsync(InboxRow row, DateTime since, int days, CancellationToken cancel) =>
        await DueAsync(row, await calendar.AddAsync(since.BogotaDay(), days, cancel), cancel);

    private async Task<InboxRow> DueAsync(InboxRow row, DateOnly due, CancellationToken cancel)
    {
        var today = clock.Today();
        return row with
        {
            Due = due,
            DaysLeft = due >= today ? await calendar.BetweenAsync(today, due, cancel) : -await calendar.BetweenAsync(due, today, cancel),
        };
    }

    private static InboxRow Row(string href, string title, string why, string icon, DateTime since) =>
        new(href, title.Length == 0 ? "Sin título" : title, why, icon, since, null, null);
}
