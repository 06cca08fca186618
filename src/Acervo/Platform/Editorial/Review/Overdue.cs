using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial.InUse;
using Acervo.Ui;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Review;

/// <summary>A dossier that has waited too long, why, and since when.</summary>
/// <param name="Dossier">The record.</param>
/// <param name="Wait">What it waits for.</param>
/// <param name="Since">The day from which the wait counts.</param>
/// <param name="Days">Business days since.</param>
/// <param name="Limit">Business days it may take.</param>
internal sealed record Overdue(Dossier Dossier, OverdueWait Wait, DateOnly Since, int Days, int Limit)
{
    /// <summary>The same wait of the same dossier has the same key, however often somebody is reminded of it.</summary>
    public string Key => $"{Dossier.Subject} {Wait} {Since:yyyy-MM-dd}";

    public bool IsEscalated => Days > 2 * Limit;

    /// <summary>Said once; the others again while nobody acts.</summary>
    public bool IsOnce => Wait is OverdueWait.Use or OverdueWait.UseStill;

    public string Sentence => Wait switch
    {
        OverdueWait.Reviewer => $"«{Title}» está sin revisor asignado desde hace {Days} días hábiles.",
        OverdueWait.Publisher => $"«{Title}» está aprobada desde hace {Days} días hábiles y espera que una segunda persona la publique.",
        OverdueWait.Confirmation => $"«{Title}» se publicó sin una segunda persona hace {Days} días hábiles y nadie la ha confirmado.",
        OverdueWait.Decision => $"«{Title}» está en revisión desde hace {Days} días hábiles y espera una decisión.",
        OverdueWait.Use or OverdueWait.UseStill =>
            $"¿Sigue en uso «{Title}»? Confírmelo en el sitio a más tardar el {Spanish.Day(Due!.Value)}. Si nadie lo hace, la página dirá que no se ha "
                + "confirmado si sigue en uso.",
        _ => $"«{Title}» tiene cambios solicitados desde hace {Days} días hábiles.",
    };

    public string Path => Wait switch
    {
        OverdueWait.Publisher => $"/fichas/{Dossier.Id}/publicar",
        OverdueWait.Author or OverdueWait.Confirmation => $"/fichas/{Dossier.Id}",
        OverdueWait.Use or OverdueWait.UseStill => UseQuestion.PathOf(Dossier.Id),
        _ => $"/revision/{Dossier.Id}",
    };

    /// <summary>By when to answer; null of what is late already.</summary>
    public DateOnly? Due { get; init; }

    private string Title => Dossier.Title.Length == 0 ? "Sin título" : Dossier.Title;

    /// <summary>Everything that is late on a day, oldest first.</summary>
    public static async Task<List<Overdue>> ReadAsync(AppDb db, BusinessCalendar calendar, ReminderSettings limits, DateOnly today, CancellationToken cancel)
    {
        var waiting = await db.Dossiers.AsNoTracking()
            .Where(p => p.Editorial.Stage == Stage.InReview || p.Editorial.Stage == Stage.ChangesRequested || p.Editorial.Stage == Stage.Approved
                || (p.Editorial.ForcedBy != null && p.Editorial.ConfirmedBy == null && p.IsPublic)).ToListAsync(cancel);
        List<Overdue> late = [];
        foreach (var dossier in waiting)
        {
            var editorial = dossier.Editorial;
            var (wait, since, limit) = editorial switch
            {
                { Stage: Stage.ChangesRequested } => (OverdueWait.Author, editorial.ChangedAt, limits.ChangesDays),
                { Stage: Stage.Approved } => (OverdueWait.Publisher, editorial.ChangedAt, limits.PublishDays),
                { NeedsConfirmation: true } => (OverdueWait.Confirmation, editorial.ChangedAt, limits.PublishDays),
                { ReviewerId: null } => (OverdueWait.Reviewer, editorial.SubmittedAt ?? editorial.ChangedAt, limits.UnclaimedDays),
                _ => (OverdueWait.Decision, Later(editorial.ClaimedAt, editorial.SubmittedAt) ?? editorial.ChangedAt, limits.ClaimedDays),
            };
            var from = since.BogotaDay();
            var days = await calendar.BetweenAsync(from, today, cancel);
            if (days > limit)
            {
                late.Add(new Overdue(dossier, wait, from, days, limit));
            }
        }

        late.AddRange(await UseReminders.ReadAsync(db, calendar, limits, today, cancel));
        return [.. late.OrderBy(overdue => overdue.Since).ThenBy(overdue => overdue.Dossier.Id)];
    }

    /// <summary>A reviewer keeps it from round to round; the wait counts from the last time it was sent.</summary>
    private static DateTime? Later(DateTime? claimed, DateTime? submitted) => claimed > submitted ? claimed : submitted;
}

/// <summary>For whom a dossier waits.</summary>
internal enum OverdueWait
{
    Reviewer,
    Decision,
    Publisher,
    Confirmation,
    Author,

    /// <summary>It was asked whether it is in use, and a second time.</summary>
    Use,
    UseStill,
}
