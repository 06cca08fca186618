using System.Globalization;
using Acervo.Platform.Calendar;

namespace Acervo.Modules.Practices.Demo;

/// <summary>One act of one person on a sample ficha.</summary>
public sealed record SampleStep
{
    /// <summary>When: a day and hour of Bogotá (<c>2025-03-10 09:15</c>), or days from today and the hour (<c>-4 09:15</c>).</summary>
    public required string At { get; init; }

    /// <summary>The act, such as <c>send</c> or <c>publish</c>.</summary>
    public required string Do { get; init; }

    /// <summary>Who, by the first part of the address; its author unless told.</summary>
    public string? By { get; init; }

    /// <summary>The question it is about.</summary>
    public string? Field { get; init; }

    /// <summary>What the person writes.</summary>
    public string Text { get; init; } = "";

    /// <summary>A file to attach, in folder <c>samples/documentos</c>.</summary>
    public string? File { get; init; }

    /// <summary>The moment for which something is scheduled, written like <see cref="At"/>.</summary>
    public string? For { get; init; }

    public DateTime When(DateOnly today) => Moment(At, today);

    public DateTime ScheduledFor(DateOnly today) => Moment(For ?? throw new InvalidDataException($"Step {Do} says no moment."), today);

    private static DateTime Moment(string written, DateOnly today)
    {
        var (day, hour) = (written.Split(' ')[0], TimeOnly.Parse(written.Split(' ')[1], CultureInfo.InvariantCulture));
        var date = day[0] is '+' or '-'
            ? Weekday(today.AddDays(int.Parse(day, CultureInfo.InvariantCulture)))
            : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return date.ToDateTime(hour).BogotaToUtc();
    }

    /// <summary>Offices are closed on Saturdays and Sundays: what would fall on them is done on Friday.</summary>
    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };
}
