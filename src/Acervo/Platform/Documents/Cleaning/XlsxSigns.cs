using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Letters that draw nothing or something else: signs of Wingdings become the signs that are seen, and what has no shape goes.</summary>
internal static partial class XlsxSigns
{
    private static readonly string[] SignFonts = ["wingdings", "webdings", "symbol", "marlett", "dingbats", "barcode", "code 39", "code39", "adobeblank",
        "adobe blank", "mt extra", "fontawesome"];

    private static readonly Dictionary<char, string> Wingdings = new()
    {
        ['ü'] = "✓",
        ['û'] = "✗",
        ['þ'] = "☑",
        ['ý'] = "☒",
        ['o'] = "☐",
        ['¨'] = "☐",
        ['l'] = "●",
        ['n'] = "■",
        ['§'] = "▪",
        ['v'] = "❖",
        ['à'] = "→",
        ['è'] = "→",
        ['ß'] = "←",
        ['á'] = "↑",
        ['â'] = "↓",
        ['J'] = "☺",
        ['L'] = "☹",
        [' '] = " ",
    };

    // Blank letters of other scripts, which are neither spaces nor marks.
    private static readonly HashSet<int> Blank = [0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x034F];

    public static bool IsSignFont(string? name) => name is not null && SignFonts.Any(font => name.Contains(font, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is drawn; null when a letter is among them whose sign is not known.</summary>
    public static string? Drawn(string text) =>
        text.All(letter => Wingdings.ContainsKey((char)(letter is >= '\uF020' and <= '\uF0FF' ? letter - 0xF000 : letter)))
            ? string.Concat(text.Select(letter => Wingdings[(char)(letter is >= '\uF020' and <= '\uF0FF' ? letter - 0xF000 : letter)]))
            : null;

    /// <summary>The text as far as the first gap that pushes what follows out of any cell.</summary>
    public static string BeforeGap(string text) => Gap().Match(text) is { Success: true } gap ? text[..gap.Index] : text;

    /// <summary>The text without letters that have no shape: joiners, marks of direction, tags, selectors.</summary>
    public static string WithShape(string text)
    {
        // Excel writes letters that XML cannot hold as _x0007_.
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !IsShapeless(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }

    private static bool IsShapeless(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0x10FFFF) or (>= 0x180B and <= 0x180F) || Blank.Contains(rune.Value);

    [GeneratedRegex(@"\s{60,}(?=\S)|(?:\n[^\S\n]*){10,}(?=\S)", RegexOptions.None, 2_000)]
    private static partial Regex Gap();
}
