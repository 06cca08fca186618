using System.Globalization;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Ui;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>
/// Reads a figure as people write it: points, commas, spaces or apostrophes between thousands, a comma or a point before decimals. What can be read
/// in two ways (<c>1,250</c>) is no figure: nobody guesses amounts.
/// </summary>
internal static partial class FigureValue
{
    private static readonly (string Pattern, string Currency)[] Names =
    [
        ("pesos? colombianos?", "COP"), ("d[oó]lares (?:estadounidenses|americanos)", "USD"), ("euros?", "EUR"), ("libras? esterlinas?", "GBP"),
        ("francos? suizos?", "CHF"), ("d[oó]lares canadienses", "CAD"), ("pesos? mexicanos?", "MXN"), ("yenes", "JPY"), ("pesos?", "COP"),
        ("d[oó]lares", "USD"),
    ];

    /// <summary>The number, when the whole text is one; null otherwise.</summary>
    public static decimal? Parse(string text)
    {
        // «1'250.000»: millions with an apostrophe and thousands with a point are one way of writing here.
        var digits = Grouping().Replace(text.Trim(), "");
        var isGrouped = digits.Length < text.Trim().Length;
        if (!Figure().IsMatch(digits))
        {
            return null;
        }

        var (points, commas) = (digits.Count(letter => letter == '.'), digits.Count(letter => letter == ','));
        var last = digits.LastIndexOfAny(['.', ',']);
        var tail = last < 0 ? 0 : digits.Length - last - 1;
        var plain = (points, commas) switch
        {
            (0, 0) => digits,
            ( > 0, > 0) => Both(digits, last),
            (0, 1) => tail == 3 ? null : digits.Replace(',', '.'),
            (1, 0) => tail == 3 ? digits.Replace(".", "", StringComparison.Ordinal) : digits,
            _ => digits.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal),
        };
        return plain is not null && Thousands(digits, points, commas, isGrouped) && decimal.TryParse(
            plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>As it is kept: a point before decimals, nothing between thousands.</summary>
    public static string Kept(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>The number that was kept; null for a text that is none.</summary>
    public static decimal? OfKept(string text) => KeptFigure().IsMatch(text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public static string Shown(decimal number) => Spanish.Figure(number);

    /// <summary>An amount with its currency as <c>COP 1500000</c>; null when the text is not one figure and one currency that it names.</summary>
    public static string? Money(string text)
    {
        var rest = text.Trim();
        var currency = Code().Match(rest) is { Success: true } code && MoneyParts.Currencies.ContainsKey(code.Value) ? code.Value : null;
        rest = currency is null ? rest : rest.Replace(currency, " ", StringComparison.Ordinal);
        foreach (var (pattern, named) in Names)
        {
            var name = new Regex($@"(?<!\p{{L}})(?:de )?{pattern}(?!\p{{L}})", RegexOptions.IgnoreCase,
                TimeSpan.FromMilliseconds(ReadingLimits.PatternMilliseconds));
            if (name.IsMatch(rest))
            {
                if (currency is not null && currency != named)
                {
                    return null;
                }

                (currency, rest) = (named, name.Replace(rest, " ", 1));
                break;
            }
        }

        (currency, rest) = rest switch
        {
            _ when rest.Contains("US$", StringComparison.Ordinal) => (currency ?? "USD", rest.Replace("US$", " ", StringComparison.Ordinal)),
            _ when rest.Contains('€', StringComparison.Ordinal) => (currency ?? "EUR", rest.Replace('€', ' ')),
            _ => (currency, rest.Replace('$', ' ')),
        };
        var times = Times().Match(rest) is { Success: true } unit ? unit : null;
        rest = times is null ? rest : rest.Remove(times.Index, times.Length);
        return currency is not null && Parse(rest) is { } amount ? $"{currency} {Kept(amount * Factor(times))}" : null;
    }

    /// <summary>With both marks, the last one is before the decimals and the other between thousands.</summary>
    private static string? Both(string digits, int last)
    {
        var (before, after) = (digits[last], digits[last] == '.' ? ',' : '.');
        return digits.Count(letter => letter == before) > 1 ? null : digits.Replace(after.ToString(), "", StringComparison.Ordinal).Replace(before, '.');
    }

    /// <summary>Marks between thousands part groups of three.</summary>
    private static bool Thousands(string digits, int points, int commas, bool isGrouped) => (points, commas) switch
    {
        ( > 1, 0) => Parted('.', isGrouped).IsMatch(digits),
        (0, > 1) => Parted(',', isGrouped).IsMatch(digits),
        ( > 0, > 0) => Parted(digits.LastIndexOf('.') < digits.LastIndexOf(',') ? '.' : ',', isGrouped)
            .IsMatch(digits[..digits.LastIndexOfAny(['.', ','])]),
        _ => true,
    };

    private static Regex Parted(char mark, bool isGrouped) => (mark, isGrouped) switch
    {
        ('.', false) => ByPoints(),
        ('.', true) => ByPointsAfterGroups(),
        (_, false) => ByCommas(),
        _ => ByCommasAfterGroups(),
    };

    private static decimal Factor(Match? unit) => unit?.Value.Trim().ToLowerInvariant() switch
    {
        null => 1,
        "mil" => 1_000,
        var word when word.StartsWith("mil mill", StringComparison.Ordinal) => 1_000_000_000,
        _ => 1_000_000,
    };

    [GeneratedRegex(@"(?<=\d)[ \u00A0\u202F'’](?=\d{3}(?!\d))", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"^-?\d(?:[.,]?\d){0,20}$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^-?\d{1,20}(?:\.\d{1,12})?$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex KeptFigure();

    [GeneratedRegex(@"^-?\d{1,3}(?:\.\d{3})+$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex ByPoints();

    [GeneratedRegex(@"^-?\d{1,3}(?:,\d{3})+$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex ByCommas();

    [GeneratedRegex(@"^-?\d{4,15}(?:\.\d{3})+$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex ByPointsAfterGroups();

    [GeneratedRegex(@"^-?\d{4,15}(?:,\d{3})+$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex ByCommasAfterGroups();

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Z]{3}(?!\p{L})", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=[\d ])\s*(?:mil millones|millones|mill[oó]n|mil)(?: de)?\s*$", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Times();
}
