using System.Globalization;
using Acervo.Platform.Reference;

namespace Acervo.Platform.Calendar;

/// <summary>Counts Colombian business days (Ley 4 de 1913 art. 62): Monday to Friday, without the holidays of the catalogue.</summary>
public sealed class BusinessCalendar(KnownTerms terms)
{
    private HashSet<DateOnly>? holidays;

    /// <summary>The day on which a term of so many business days ends; the day of the event does not count.</summary>
    public async Task<DateOnly> AddAsync(DateOnly day, int businessDays, CancellationToken cancel = default)
    {
        for (var left = businessDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= await IsBusinessDayAsync(day, cancel) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Business days from the day after <paramref name="from"/> to <paramref name="to"/>, both inside the term.</summary>
    public async Task<int> BetweenAsync(DateOnly from, DateOnly to, CancellationToken cancel = default)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += await IsBusinessDayAsync(day, cancel) ? 1 : 0;
        }

        return count;
    }

    public async Task<bool> IsBusinessDayAsync(DateOnly day, CancellationToken cancel = default)
    {
        holidays ??= (await terms.OfAsync("festivos", cancel)).All.Select(term => term.Code)
            .Where(code => DateOnly.TryParseExact(code, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .Select(code => DateOnly.ParseExact(code, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToHashSet();
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);
    }
}
