using System.Text.RegularExpressions;

namespace Acervo.Platform.Text;

/// <summary>Finds Colombian mobile numbers, ten digits from a 3 on, however they are grouped; figures, dates, years and tax numbers are left alone.</summary>
internal static partial class MobileNumbers
{
    public static IEnumerable<string> In(string text) => Candidate().Matches(text).Where(match => !IsFigure(match)).Select(match => match.Value.Trim());

    public static string Mask(string text, string mask) => Candidate().Replace(text, match => IsFigure(match) ? match.Value : mask);

    private static bool IsFigure(Match candidate) => Figure().IsMatch(candidate.Groups["number"].Value);

    /// <summary>
    /// Between two digits may stand anything but a letter, a per cent, a sign of money, the bar of a table, a new line or the comma of a list.
    /// </summary>
    [GeneratedRegex("""
        (?<! \d ) (?<! \d[.,] ) (?<! \$\s? ) (?<! \b(?:NIT|ISBN)\b[^\p{L}\n]{0,14} )
        (?: (?:\+|00)? 57 [^\d\p{L}\n]{0,4} )?
        (?<number> \(? 3 (?: (?:[*_]{0,6} | (?! [,;]\s ) [^\d\p{L}%$€|\n]{0,4}) \d ){9} )
        (?! \d ) (?! \s?(?:%|€|pesos\b|millones\b|COP\b|USD\b) )
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Candidate();

    /// <summary>Thousands, a tax number with its check digit, a date, two years.</summary>
    [GeneratedRegex("""
        ^ 3 (?<dot>[.,'’\ \u00A0]) \d{3} \k<dot> \d{3} \k<dot> \d{3} $
        | ^ \d{3} \. \d{3} \. \d{3} - \d $
        | (?<! \d ) \d{1,2} ([/.-]) \d{1,2} [/.-] (?:19|20)\d{2} (?! \d )
        | (?<! \d ) (?:19|20)\d{2} \D+ (?:19|20)\d{2} (?! \d )
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Figure();
}
