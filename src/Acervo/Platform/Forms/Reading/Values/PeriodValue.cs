using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Reads from when until when: two days with «a», «al», «hasta» or a dash between them.</summary>
internal static partial class PeriodValue
{
    /// <summary>The two days, or nothing. A first day without a year is of the year of the second.</summary>
    public static IReadOnlyList<DateOnly> Days(string text)
    {
        foreach (var between in Between().Matches(text).Cast<Match>())
        {
            var (before, after) = (text[..between.Index], text[(between.Index + between.Length)..]);
            if (DateValue.Parse(after) is { } to && (DateValue.Parse(before) ?? DateValue.Parse($"{before} {to.Year}")) is { } from)
            {
                return [from, to];
            }
        }

        return [];
    }

    [GeneratedRegex(@"(?<!\p{L})(?:al?|hasta(?: el)?)(?!\p{L})|\s[-–—]\s|[–—]", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Between();
}
