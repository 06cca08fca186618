using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Acervo.Ui.Charts;

/// <summary>Draws how much happened each day, month by month as on a wall calendar: months wrap on a phone, weeks begin on Monday.</summary>
public static class CalendarHeat
{
    private const int Cell = 18;
    private const int Deepest = 4;

    public static IHtmlContent Draw(DateOnly from, DateOnly to, IReadOnlyDictionary<DateOnly, long> days)
    {
        var most = Math.Max(1, days.Count == 0 ? 1 : days.Values.Max());
        var html = new StringBuilder("<div class=\"months\">");
        foreach (var month in Months(from, to))
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"month-heat\"><p>{NameOf(month)}</p>{Month(month, from, to, days, most)}</div>");
        }

        return new HtmlString(html.Append("</div>").Append(Legend(most)).ToString());
    }

    /// <summary>The figures behind the drawing: a row a month; every single day is in the CSV.</summary>
    public static ChartTable TableOf(DateOnly from, DateOnly to, string unit, IReadOnlyDictionary<DateOnly, long> days) => new(
        ["Mes", unit, "Días con alguna", "El día de más"],
        [.. Months(from, to).Select(month =>
        {
            var mine = days.Where(day => day.Value > 0 && day.Key >= from && day.Key <= to && day.Key.Year == month.Year && day.Key.Month == month.Month)
                .OrderByDescending(day => day.Value).ThenBy(day => day.Key).ToList();
            return new ChartRow(NameOf(month),
                [Spanish.Number(mine.Sum(day => day.Value)), Spanish.Number(mine.Count),
                mine.Count == 0 ? "–" : $"{mine[0].Key.Day} ({Spanish.Number(mine[0].Value)})"]);
        })]);

    private static string Month(DateOnly month, DateOnly from, DateOnly to, IReadOnlyDictionary<DateOnly, long> days, long most)
    {
        var (indent, last) = (WeekdayOf(month), DateTime.DaysInMonth(month.Year, month.Month));
        var rows = (indent + last + 6) / 7;
        var total = 0L;
        var cells = new StringBuilder();
        for (var number = 1; number <= last; number++)
        {
            var day = new DateOnly(month.Year, month.Month, number);
            if (day < from || day > to)
            {
                continue;
            }

            var value = days.GetValueOrDefault(day);
            var place = indent + number - 1;
            total += value;
            cells.Append(CultureInfo.InvariantCulture,
                $"<rect class=\"heat-{LevelOf(value, most)}\" x=\"{place % 7 * Cell}\" y=\"{place / 7 * Cell}\" width=\"{Cell - 2}\" height=\"{Cell - 2}\" "
                    + $"rx=\"3\"><title>{Spanish.Day(day)}: {Spanish.Number(value)}</title></rect>");
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"<svg width=\"{7 * Cell}\" height=\"{rows * Cell}\" role=\"img\" aria-label=\"{NameOf(month)}: {Spanish.Number(total)}\">{cells}</svg>");
    }

    /// <summary>What each depth stands for, in figures: colour never speaks alone.</summary>
    private static string Legend(long most)
    {
        var html = new StringBuilder("<p class=\"heat-legend\">");
        for (var level = 0; level <= Deepest; level++)
        {
            var (low, high) = (level == 0 ? 0 : ((level - 1) * most / Deepest) + 1, level * most / Deepest);
            if (high < low)
            {
                continue;
            }

            html.Append(CultureInfo.InvariantCulture,
                $"<span><svg width=\"14\" height=\"14\" aria-hidden=\"true\"><rect class=\"heat-{level}\" width=\"14\" height=\"14\" rx=\"3\"/></svg> "
                    + $"{(low == high ? $"{low}" : $"{low} a {high}")}</span>");
        }

        return html.Append("</p>").ToString();
    }

    private static long LevelOf(long value, long most)
    {
        for (var level = 0; level < Deepest; level++)
        {
            if (value <= level * most / Deepest)
            {
                return level;
            }
        }

        return Deepest;
    }

    private static IEnumerable<DateOnly> Months(DateOnly from, DateOnly to)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    private static int WeekdayOf(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private static string NameOf(DateOnly month) => string.Join(' ', Spanish.Day(month).Split(' ')[2..]).Replace(" de ", " ", StringComparison.Ordinal);
}
