using System.ComponentModel;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Http;
using Acervo.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Acervo.Platform.Editorial.Review;

/// <summary>
/// Every business morning: one mail to each person for whom something has waited too long, or who is asked something, gathering everything.
/// </summary>
[DisplayName("Recordar lo que espera revisión, cambios o respuesta")]
[DisallowConcurrentExecution]
public sealed class RemindReviewers(
    AppDb db, BusinessCalendar calendar, IConfiguration configuration, Outbox outbox, SiteUrl site, TimeProvider clock) : IJob
{
    private readonly ReminderSettings limits = ReminderSettings.Of(configuration);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await RemindAsync(cancellationToken);

    public async Task RemindAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        if (!await calendar.IsBusinessDayAsync(today, cancel))
        {
            return;
        }

        var late = await Overdue.ReadAsync(db, calendar, limits, today, cancel);
        foreach (var (person, items) in await ByPersonAsync(late, cancel))
        {
            await RemindAsync(person, items, today, cancel);
        }
    }

    /// <summary>The mail and the memory of it are one transaction: running twice sends once.</summary>
    private async Task RemindAsync(Person person, List<Overdue> items, DateOnly today, CancellationToken cancel)
    {
        var reminders = db.Set<Reminder>();
        var before = await reminders.AsNoTracking().Where(reminder => reminder.PersonId == person.Id).OrderByDescending(reminder => reminder.SentOn).Take(60)
            .ToListAsync(cancel);
        if (before is [{ } last, ..] && last.SentOn >= today)
        {
            return;
        }

        List<string> recent = [];
        foreach (var reminder in before)
        {
            recent.AddRange(await calendar.BetweenAsync(reminder.SentOn, today, cancel) < limits.RepeatDays ? reminder.Items : []);
        }

        var due = items.FindAll(item => item.IsOnce ? !before.Exists(reminder => reminder.Items.Contains(item.Key)) : !recent.Contains(item.Key));
        if (due.Count == 0)
        {
            return;
        }

        reminders.Add(new Reminder { PersonId = person.Id, SentOn = today, Items = [.. due.Select(item => item.Key)] });
        var about = due.Count == 1 ? "Una ficha espera por usted" : $"{due.Count} fichas esperan por usted";
        var letter = new LetterText(
            about, person.Name, [.. due.Select(item => $"{LetterText.OneLine(item.Sentence, 300)}\n{site.Of(item.Path)}")], "Todo lo que espera por usted",
            site.Of("/inicio"));
        await outbox.AddAsync(db, new NewLetter(person.Email, letter.Subject, letter.Body, LetterKind.Reminder), cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Dictionary<Person, List<Overdue>>> ByPersonAsync(List<Overdue> late, CancellationToken cancel)
    {
        Dictionary<Person, List<Overdue>> byPerson = [];
        var administrators = late.Exists(item => item.IsEscalated) ? await db.People.WithRole(Role.Administrator).ToListAsync(cancel) : [];
        foreach (var item in late)
        {
            var people = await WhoAsync(item, cancel);
            foreach (var person in people.Union(item.IsEscalated ? administrators : []))
            {
                if (!byPerson.TryGetValue(person, out var items))
                {
                    items = [];
                    byPerson.Add(person, items);
                }

                items.Add(item);
            }
        }

        return byPerson;
    }

    private async Task<List<Person>> WhoAsync(Overdue item, CancellationToken cancel)
    {
        var dossier = item.Dossier;
        if (item.Wait is OverdueWait.Reviewer or OverdueWait.Publisher or OverdueWait.Confirmation)
        {
            var editorial = dossier.Editorial;
            int?[] not = [item.Wait == OverdueWait.Publisher ? editorial.ApprovedBy : null,
                item.Wait == OverdueWait.Confirmation ? editorial.ForcedBy : null];
            return await ReviewersAsync(dossier, not, cancel);
        }

        int[] ids = item.Wait == OverdueWait.Decision ? [dossier.Editorial.ReviewerId!.Value] : [dossier.AuthorId, .. dossier.Coauthors];
        var people = await db.People.Where(person => ids.Contains(person.Id) && person.DisabledAt == null).ToListAsync(cancel);
        // Whose authors have all left is looked after by those who review.
        return people.Count == 0 && item.IsOnce ? await ReviewersAsync(dossier, [], cancel) : people;
    }

    private async Task<List<Person>> ReviewersAsync(Dossier dossier, int?[] not, CancellationToken cancel)
    {
        var reviewers = await db.PeopleWith(Role.Reviewer, dossier.Circle).ToListAsync(cancel);
        return reviewers.FindAll(person => !not.Contains(person.Id) && !dossier.WasWrittenBy(person.Id));
    }
}
