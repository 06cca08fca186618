using System.Globalization;
using Acervo.Platform.Calendar;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Ui;

namespace Acervo.Platform.Publications;

/// <summary>The name in an address of a way to narrow between two ends, and what people read above them.</summary>
/// <param name="Group">Its name, such as <c>valor</c>; its ends are <c>valor-desde</c> and <c>valor-hasta</c>.</param>
/// <param name="Title">Such as «Valor».</param>
/// <param name="Of">What is compared.</param>
public sealed record RangeTitle(string Group, string Title, RangeOf Of)
{
    public static readonly RangeTitle Opening = new("abre", "Apertura", RangeOf.Opening);

    public static readonly RangeTitle Closing = new("cierra", "Cierre", RangeOf.Closing);

    private const string DayShape = "yyyy-MM-dd";

    /// <summary>The question that is answered with it; null where it is not an answer.</summary>
    public string? Answer { get; init; }

    /// <summary>Amounts in another currency are not compared.</summary>
    public string? Currency { get; init; }

    public string From => Group + "-desde";

    /// <summary>What happens at a moment of the day happens before a day and not up to it.</summary>
    public string To => Group + (IsMoment ? "-antes" : "-hasta");

    public string FromWords => Of switch { RangeOf.Opening => "Abre desde el", RangeOf.Closing => "Cierra desde el", _ => "Desde" };

    public string ToWords => Of switch { RangeOf.Opening => "Abre antes del", RangeOf.Closing => "Cierra antes del", _ => "Hasta" };

    /// <summary>What stands before its end in a sentence.</summary>
    public string Until => IsMoment ? "antes del" : IsDay ? "hasta el" : "hasta";

    public bool IsDay => Of is not RangeOf.Figure;

    private bool IsMoment => Of is RangeOf.Opening or RangeOf.Closing;

    public static RangeTitle Days(string group, string title, string answer) => new(group, title, RangeOf.Day) { Answer = answer };

    public static RangeTitle Figures(string group, string title, string answer) => new(group, title, RangeOf.Figure) { Answer = answer };

    /// <summary>Of the amounts in one currency, which the title should name.</summary>
    public static RangeTitle Money(string group, string title, string answer, string currency) =>
        new(group, title, RangeOf.Figure) { Answer = answer, Currency = currency };

    /// <summary>What an end says, in the one measure in which things are compared; null when it is no day, or no figure as people write them.</summary>
    public double? Read(string end) => IsDay ? DayOf(end) : (double?)FigureValue.Parse(end);

    /// <summary>The same of what a publication carries, which is kept as programs write it.</summary>
    public double? ReadKept(string code) => IsDay ? DayOf(code) : (double?)FigureValue.OfKept(code);

    /// <summary>An end as people read it.</summary>
    public string Shown(string text) => IsDay ? Spanish.Day(DateOnly.ParseExact(text, DayShape, CultureInfo.InvariantCulture))
        : Spanish.Figure(FigureValue.Parse(text) ?? 0);

    /// <summary>A moment in the measure of ranges: seconds since 1970.</summary>
    public static double SecondsOf(DateTime moment) => (moment - DateTime.UnixEpoch).TotalSeconds;

    private double? DayOf(string text) =>
        !DateOnly.TryParseExact(text, DayShape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 1000 or > 9000 ? null
        : IsMoment ? SecondsOf(day.ToDateTime(TimeOnly.MinValue).BogotaToUtc()) : day.DayNumber;
}

/// <summary>What the ends of a range are compared with.</summary>
public enum RangeOf
{
    Day,
    Figure,
    Opening,
    Closing,
}
