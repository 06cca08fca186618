using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Reads a day written in three cells, with figures or with the name of the month, also where a scanner took a letter for a figure.</summary>
internal static partial class DateValue
{
    private static readonly string[] Months =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    private static readonly string[] RomanMonths = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    public static DateOnly? Parse(IReadOnlyList<ReadingLine> lines) => Parse(Written(lines));

    public static DateOnly? Parse(string written)
    {
        var parts = Parts(written);
        for (var start = 0; start + 2 < parts.Count; start++)
        {
            if (Day(parts[start], parts[start + 1], parts[start + 2]) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>What stands in the boxes, without their captions.</summary>
    public static string Written(IReadOnlyList<ReadingLine> lines) =>
        TextValue.Plain(Caption().Replace(Spaced().Replace(string.Join(' ',
        lines.Select(line => TextValue.Plain(line) is var text && line.Marker is { } marker ? marker + " " + text : text)),
        run => run.Value.Replace(" ", "", StringComparison.Ordinal)), " ").Replace('|', ' '));

    /// <summary>Words that somebody wrote beside the date, when there are some that a date does not need.</summary>
    public static string Beside(IReadOnlyList<ReadingLine> lines)
    {
        var written = Written(lines);
        return Words.Of(written).Count(word => word.Folded.Length > 3 && Digits(word.Folded) is null && Month(word.Folded) < 0) > 1 ? written : "";
    }

    /// <summary>Figures and months in their order; everything else only parts them.</summary>
    private static List<int> Parts(string text)
    {
        var parts = new List<int>();
        text = Thousand().Replace(Ordinal().Replace(text, "${day} "), "${year}${rest}");
        text = Roman().Replace(text, month => $" {Months[Array.IndexOf(RomanMonths, month.Value)]} ");
        text = Together().Replace(text, day => day.Value is ['1' or '2', '9' or '0', _, _, ..] && day.Value[4] <= '1'
            ? $"{day.Value[6..]} {day.Value[4..6]} {day.Value[..4]}" : $"{day.Value[..2]} {day.Value[2..4]} {day.Value[4..]}");
        foreach (var word in Token().Matches(text).Select(token => token.Value))
        {
            var month = Month(Words.Fold(word));
            if (word.Equals("primero", StringComparison.OrdinalIgnoreCase))
            {
                parts.Add(1);
            }
            else if (month >= 0)
            {
                parts.Add(-(month + 1));
            }
            else if (Digits(word) is { } number)
            {
                parts.Add(number);
            }
        }

        return parts;
    }

    /// <summary>From zero; -1 when the word is no month. A slip counts only where it can be of one month: «junio» is never «julio».</summary>
    private static int Month(string word)
    {
        var exact = Array.FindIndex(Months, name => word == name || (word == "setiembre" && name == "septiembre")
            || (word.Length is 3 or 4 && name.StartsWith(word, StringComparison.Ordinal)));
        if (exact >= 0 || word.Length < 5)
        {
            return exact;
        }

        var near = Enumerable.Range(0, Months.Length).Where(index => Distance.Between(word, Months[index], 1) <= 1).ToList();
        return near.Count == 1 ? near[0] : -1;
    }

    /// <summary>A month's name comes as its negative number, so that it cannot be taken for a day.</summary>
    private static DateOnly? Day(int first, int second, int third)
    {
        if (first > 31)
        {
            (first, third) = (third, first);
        }

        if (first < 0 && second > 0)
        {
            (first, second) = (second, first);
        }

        var year = third is >= 0 and < 100 ? 2000 + third : third;
        var month = Math.Abs(second);
        return first >= 1 && year is > 1990 and < 2100 && month is >= 1 and <= 12 && first <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, first)
            : null;
    }

    private static int? Digits(string word)
    {
        if (!word.Any(char.IsDigit) && word.Length > 2)
        {
            return null;
        }

        var digits = word.Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1').Replace('S', '5').Replace('B', '8');
        return digits.Length <= 4 && int.TryParse(digits, out var number) ? number : null;
    }

    [GeneratedRegex(@"[\p{L}\d]+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Token();

    /// <summary>«1º», «1.er», and «1o» before the name of a month: the O of a scanner stands in figures.</summary>
    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})\s?\.?(?:[ºª°]|er[oa]?(?!\p{L})|(?<=1)o(?=\s+(?:de\s+)?\p{Ll}{3}))", RegexOptions.None,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Ordinal();

    /// <summary>A year with a point for its thousand.</summary>
    [GeneratedRegex(@"(?<![\d.,])(?<year>[12])[.,'](?<rest>\d{3})(?![\d.,])", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Thousand();

    [GeneratedRegex(@"(?<=\d\s?[-/. ]\s?)(?:I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})(?=\s?[-/. ]\s?\d{2,4})", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Roman();

    /// <summary>Eight figures without anything between them.</summary>
    [GeneratedRegex(@"(?<!\d)\d{8}(?!\d)", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Together();

    /// <summary>Figures typed one by one into their boxes: all eight, or the two and four of a part between its signs.</summary>
    [GeneratedRegex(@"(?<![\d\w]\s?)\d(?: \d){7}(?!\s?[\d\w])|(?<=(?:^|[-/.|]|\bdel?)\s*)\d \d(?: \d \d)?(?=\s*(?:$|[-/.|]|del?\b))", RegexOptions.None,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Spaced();

    [GeneratedRegex(@"(?<!\p{L})(?:d[ií]a|mes|a[ñn]o|de|del|dd|mm|aaaa|aa)(?!\p{L})", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Caption();
}
