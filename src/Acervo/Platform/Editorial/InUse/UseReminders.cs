using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial.Review;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.InUse;

/// <summary>
/// The letters of the question whether something is in use: one when it is asked, one shortly before its term ends, and the same again each year that
/// nobody answers.
/// </summary>
internal static class UseReminders
{
    /// <summary>Business days before the end of the term in which it is said again.</summary>
    private const int Again = 5;

    public static async Task<IReadOnlyList<Overdue>> ReadAsync(
        AppDb db, BusinessCalendar calendar, ReminderSettings limits, DateOnly today, CancellationToken cancel)
    {
        List<(UseQuestion Question, OverdueWait Wait, DateOnly Since, int Days)> asked = [];
        foreach (var question in await UseQuestion.Open(db, db.Dossiers.AsNoTracking(), today.AddDays(1).ToDateTime(TimeOnly.MinValue).BogotaToUtc())
            .ToListAsync(cancel))
        {
            var since = LatestYear(question.LookAt.BogotaDay(), today);
            // Of a bank that nobody answers for, the days since are not counted one by one.
            var days = today.DayNumber - since.DayNumber > (2 * limits.UseDays) + 20 ? int.MaxValue : await calendar.BetweenAsync(since, today, cancel);
            if (days <= limits.UseDays)
            {
                asked.Add((question, days < limits.UseDays - Again ? OverdueWait.Use : OverdueWait.UseStill, since, days));
            }
        }

        var ids = asked.ConvertAll(one => one.Question.Id);
        var dossiers = ids.Count == 0 ? [] : await db.Dossiers.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        List<Overdue> due = [];
        foreach (var (question, wait, since, days) in asked)
        {
            due.Add(new Overdue(dossiers[question.Id], wait, since, days, limits.UseDays)
            {
                Due = since == question.LookAt.BogotaDay() ? question.Due : await calendar.AddAsync(since, limits.UseDays, cancel),
            });
        }

        return due;
    }

    /// <summary>The last day before this one, or this one, on which it is so many whole years since a day.</summary>
    private static DateOnly LatestYear(DateOnly first, DateOnly today)
    {
        var years = today.Year - first.Year;
        return first.AddYears(years) > today ? first.AddYears(years - 1) : first.AddYears(years);
    }
}
