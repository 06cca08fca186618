using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Text;

/// <summary>Recognises the mark that opens a list item, whichever glyph a word processor or a person used for it.</summary>
internal static partial class ListMarker
{
    /// <summary>Glyphs that open an item and nothing else; private-use code points are Symbol and Wingdings bullets.</summary>
    public const string Glyphs = "•·▪●◦‣∙■□➢➤⇒→§○◆❖✓✔►▸⁃";

    /// <summary>Splits an opening mark from a line. The mark comes back as "-" or as the number with its point.</summary>
    public static (string? Marker, string Text) Split(string line)
    {
        var trimmed = line.Trim();
        if (Bullet().Match(trimmed) is { Success: true } bullet)
        {
            var (inner, text) = Split(trimmed[bullet.Length..]);
            return ("-", inner == "-" ? text : trimmed[bullet.Length..].Trim()); // «- ⇒ text» is one bullet drawn twice
        }

        return Number().Match(trimmed) is { Success: true } number
            ? (number.Groups["mark"].Value, trimmed[number.Length..].Trim())
            : (null, trimmed);
    }

    public static bool IsBulletGlyph(string text) =>
        text.Length == 1 && (Glyphs.Contains(text[0], StringComparison.Ordinal) || text[0] is '-' or '–' or '—' or '*' or >= '\uF000' and <= '\uF0FF');

    public static bool IsNumber(string text) => Number().Match(text + " ") is { Success: true } match && match.Length == text.Length + 1;

    [GeneratedRegex(@"^(?:[-–—*+](?=[ \t]|$)|o(?=\t)|[•·▪●◦‣∙■□➢➤⇒→§○◆❖►▸⁃\uF000-\uF0FF](?!\s*(?:[SsNn][ií]?o?)\b))[ \t]*", RegexOptions.None,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?<mark>\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\(?[a-z]\))[ \t]+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Number();
}
