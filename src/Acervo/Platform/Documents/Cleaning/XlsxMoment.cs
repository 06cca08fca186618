using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Keeps of a date and its hour what its format shows: a month and a year have no day, a day has no hour.</summary>
internal static partial class XlsxMoment
{
    private const double FirstSure = 61;
    private const double Last = 2_958_465;
    private const int AnyYear = 2000;

    public static double? Shown(double value, string signs, DateTime epoch)
    {
        if (value < 0 || value > Last || !double.IsFinite(value))
        {
            return null; // Excel draws such a moment as ####
        }

        // A duration that counts all its hours keeps its days.
        var isDuration = signs.Contains('[', StringComparison.Ordinal);
        var hasHours = isDuration || signs.AsSpan().ContainsAny('h', 's');
        var date = Minutes().Replace(signs.Replace("[h", "h", StringComparison.Ordinal), "");
        var day = isDuration ? Math.Floor(value) : Day(Math.Floor(value), date, epoch);
        return day + (hasHours ? Hours(value - Math.Floor(value), signs) : 0);
    }

    private static double Hours(double part, string signs)
    {
        var unit = signs.Contains('s', StringComparison.Ordinal) ? 86_400.0 : 1_440.0;
        return Math.Floor((part * unit) + 1e-4) / unit;
    }

    private static double Day(double day, string date, DateTime epoch)
    {
        var (hasYear, hasMonth, hasDay) = (date.Contains('y', StringComparison.Ordinal), date.Contains('m', StringComparison.Ordinal),
            date.Contains('d', StringComparison.Ordinal));
        if (!hasYear && !hasMonth && !hasDay)
        {
            return 0;
        }

        if (day < FirstSure || date.Contains("ddd", StringComparison.Ordinal))
        {
            return day;
        }

        var whole = epoch.AddDays(day);
        var shown = new DateTime(hasYear ? whole.Year : AnyYear, hasMonth || hasDay ? whole.Month : 1, hasDay ? whole.Day : 1, 0, 0, 0,
            DateTimeKind.Unspecified);
        return (shown - epoch).TotalDays;
    }

    // Beside hours or seconds, «m» is minutes.
    [GeneratedRegex("h+[^ymdhs]*m+|m+[^ymdhs]*s+|[hs]+", RegexOptions.NonBacktracking)]
    private static partial Regex Minutes();
}
