using System.Net;
using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Text;

/// <summary>Cleans one line of typed Markdown or pasted HTML: tags become Markdown, escapes and autolink brackets go, blanks become one.</summary>
internal static partial class InlineText
{
    public static string Clean(string line)
    {
        var text = line;
        if (text.Contains('<', StringComparison.Ordinal))
        {
            text = Autolink().Replace(text, "${kept}");
            text = Note().Replace(text, "");
            text = Strong().Replace(text, "**");
            text = Tag().Replace(text, "");
        }

        if (text.Contains('&', StringComparison.Ordinal))
        {
            text = Entity().Replace(text, match => WebUtility.HtmlDecode(match.Value));
        }

        text = Escape().Replace(text, "${kept}");
        return Blanks(text);
    }

    /// <summary>Removes what has no width and makes every run of blanks one blank; line breaks stay.</summary>
    public static string Blanks(string text) => Wide().Replace(Invisible().Replace(text, ""), " ").Trim(' ');

    [GeneratedRegex(@"<(?<kept>(?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Autolink();

    [GeneratedRegex(@"<sup>\s*\d{1,2}\s*</sup>|\[\^\d+\]", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Note();

    [GeneratedRegex(@"</?(?:b|strong)>", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Strong();

    [GeneratedRegex(@"</?(?:i|em|u|sup|sub|span|font|p|div|a|s|small|mark|strike|del|ins)(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex(@"&(?:nbsp|amp|lt|gt|quot|apos|[aeiouAEIOU]acute|[nN]tilde|[uU]uml|#\d{1,5});", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Entity();

    [GeneratedRegex(@"\\(?<kept>[_*#\-.\[\]()<>+!~`|])", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|(?<![\uDC00-\uDFFF\uFE0F\u2600-\u27BF])\u200D", RegexOptions.None,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"[^\S\n]+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Wide();
}
