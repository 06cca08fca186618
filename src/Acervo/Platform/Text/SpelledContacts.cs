using System.Text.RegularExpressions;

namespace Acervo.Platform.Text;

/// <summary>
/// Finds what may be contact data of a person although nobody can be sure: an address spelled out («ana arroba gmail punto com»), a landline, an
/// identity number, a telephone said in words. It is not masked: whoever writes is asked to look.
/// </summary>
internal static partial class SpelledContacts
{
    private const int FewestIdentityDigits = 6;

    private const int MostIdentityDigits = 10;

    public static IEnumerable<string> In(string text) =>
    [
        .. Address().Matches(text).Where(match => !PersonalData.IsInstitutional(Joined(match.Groups["domain"].Value))).Select(match => match.Value.Trim()),
        .. Landline().Matches(text).Select(match => match.Value.Trim()),
        .. Identity().Matches(text).Where(match => match.Groups["number"].Value.Count(char.IsAsciiDigit) is >= FewestIdentityDigits and <= MostIdentityDigits)
        .Select(match => match.Value.Trim()),
        .. Said().Matches(text).Select(match => match.Value.Trim()),
        .. Parted().Matches(text).Select(match => match.Value.Trim()),
    ];

    /// <summary>A domain as it would be typed: «alcaldia punto gov punto co» is «alcaldia.gov.co».</summary>
    private static string Joined(string domain) => Dot().Replace(domain, ".");

    /// <summary>A name, a sign or word for «at», and a domain whose dots may be words; without a dot only the great providers count.</summary>
    [GeneratedRegex("""
        (?<! [\w.] ) [\w.+-]{2,40} \s{0,3}
        (?: @ | [(\[{<] \s? (?: @ | at | arroba ) \s? [)\]}>] | \b arroba \b ) \s{0,3}
        (?<domain>
          [\w-]{2,40} (?: \s{0,2} (?: \. | [(\[{]? \s? \b (?: punto | dot ) \b \s? [)\]}]? ) \s{0,2} [\p{L}]{2,12} ){1,3}
          | (?: gmail | g-mail | hotmail | outlook | yahoo | icloud | live | proton(?:mail)? ) \b )
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s*(?:\.|[(\[{]?\s?\b(?:punto|dot)\b\s?[)\]}]?)\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Dot();

    /// <summary>Ten digits with a code of area (601 to 608), or seven behind a word that says telephone.</summary>
    [GeneratedRegex("""
        (?<! [\d.,$] ) (?: \+? 57 [\s.-]{0,2} )? \(? 60[1-8] \)? [\s.-]{0,2} \d{3} [\s.-]? \d{2} [\s.-]? \d{2} (?! [\d%] )
        | \b (?: tel (?: [ée]fonos? | s )? | fijo | PBX | fax | conmutador | l[íi]nea ) \b [^\w\n]{0,4}
            (?: n[úu]?m?(?:ero)?\.?[o°º]? [^\w\n]{0,3} )? (?: \(? \d{1,3} \)? [\s.-]{1,2} )?
          [2-8]\d{2} [\s.-]? \d{2} [\s.-]? \d{2} (?! [\d%] )
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Landline();

    [GeneratedRegex("""
        (?<! \p{L} ) (?: c\.?\s?c\.? | c\.?\s?e\.? | t\.?\s?i\.? | c[ée]dula (?: \s+ de \s+ \p{L}+ )?
            | documento (?: \s+ de \s+ identi\p{L}+ )? | identificad[oa] \s+ con | pasaporte )
        (?: \s* (?: n[úu]?m?(?:ero)?\.?[o°º]? | \# | : ) ){0,3} [^\w\n]{0,3} (?<number> \d (?: [.,'’\s]? \d ){5,9} ) (?! [.,]?\d )
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Identity();

    /// <summary>Seven digits or more, each a word.</summary>
    [GeneratedRegex(@"\b(?:(?:cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)\b[\s,.;-]{1,3}){6,}(?:cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|"
        + @"nueve)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Said();

    /// <summary>A mobile number with a letter between its groups, or with letters for zeros.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])3\d{2}(?<part>[a-z])\d{3}\k<part>?\d{2}\k<part>?\d{2}(?![\p{L}\d])|"
        + @"(?<![\p{L}\d])3(?=[\d\s]*[oO])[\doO]{2}[\s.-]?[\doO]{3}[\s.-]?[\doO]{2}[\s.-]?[\doO]{2}(?![\p{L}\d])",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Parted();
}
