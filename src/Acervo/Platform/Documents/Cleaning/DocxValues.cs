using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// The values that attributes of the copy may hold. Kinds: <c>b</c> yes or no, <c>n</c> number with or without unit, <c>c</c> colour, <c>t</c>
/// word of the format, <c>x</c> hexadecimal, <c>f</c> font, <c>l</c> language, <c>u</c> name of a vocabulary, <c>p</c> field that counts pages,
/// <c>k</c> and <c>S</c> colour and style of old drawings, <c>m</c> margins, <c>G</c> guide of a shape, <c>g</c> mark of a list, <c>h</c> sign
/// of a formula, <c>M</c> a name that is replaced. What depends on the document (<c>r</c>, <c>s</c>, <c>N</c>) is asked of the caller.
/// </summary>
internal static partial class DocxValues
{
    private const int LongestMark = 40;

    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "es", "es-CO", "es-ES", "es-MX", "es-419", "es-AR", "es-PE", "es-US", "en-US", "en-GB", "pt-BR", "fr-FR", "de-DE", "it-IT", "ja-JP", "zh-CN", "ar-SA",
        "x-none",
    };

    private static readonly HashSet<string> Vocabularies = new(StringComparer.Ordinal)
    {
        DocxNames.Pic.NamespaceName, DocxNames.Wps.NamespaceName, DocxNames.Wpg.NamespaceName, "http://schemas.microsoft.com/office/word",
    };

    /// <summary>The value as it goes into the copy; null when it does not.</summary>
    public static string? Shown(char kind, string value) => kind switch
    {
        'b' => value is "0" or "1" or "true" or "false" or "on" or "off" or "t" or "f" ? value : null,
        'n' => Number().IsMatch(value) ? value : null,
        'c' => value == "auto" || Colour().IsMatch(value) ? value : null,
        't' => DocxTokens.Known.Contains(value) ? value : null,
        'x' => Hexadecimal().IsMatch(value) ? value : null,
        'f' => value.Length == 0 || DocxFonts.Known.Contains(value) ? value : null,
        'l' => Languages.Contains(value) ? value : null,
        'u' => Vocabularies.Contains(value) ? value : null,
        'p' => PageField().IsMatch(value) ? value : null,
        'k' => OldColour().Match(value) is { Success: true } match ? match.Value : null,
        'm' => Margins().IsMatch(value) ? value : null,
        'S' => DocxVmlStyle.Shown(value),
        'G' => Guide().IsMatch(value) ? value : null,
        'g' => value.Length <= LongestMark ? DocxLetters.Shown(value) : null,
        'h' => DocxLetters.Shown(value).EnumerateRunes().Take(1).Select(rune => rune.ToString()).FirstOrDefault() ?? "",
        'M' => "o",
        _ => null,
    };

    [GeneratedRegex(@"^[+-]?(\d{1,10}(\.\d{1,6})?|\.\d{1,6})(%|pt|in|cm|mm|pc|pi|px|f)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    public static partial Regex Number();

    [GeneratedRegex("^[0-9A-Fa-f]{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex Colour();

    [GeneratedRegex("^[0-9A-Fa-f]{1,12}$", RegexOptions.NonBacktracking)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^ (PAGE|NUMPAGES|SECTIONPAGES)( \\\* (Arabic|roman|ROMAN|alphabetic|ALPHABETIC))? $",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PageField();

    [GeneratedRegex("^(#[0-9A-Fa-f]{3,6}|white|black|red|green|blue|yellow|gray|silver|navy|none)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OldColour();

    [GeneratedRegex(@"^(-?[0-9.]{0,8}(pt|in|mm|cm)?,?){1,4}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Margins();

    [GeneratedRegex(@"^(adj[0-9]{0,2}|val -?[0-9]{1,12})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Guide();
}
