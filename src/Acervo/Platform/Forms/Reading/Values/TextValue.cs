using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Reads a short answer as one line, without the blanks to write on and without typographic emphasis.</summary>
internal static partial class TextValue
{
    public static string? Line(IReadOnlyList<ReadingLine> lines)
    {
        var text = string.Join(' ', lines.Select(Plain).Where(line => line.Length > 0));
        return text.Any(char.IsLetterOrDigit) ? text : null;
    }

    public static string Plain(ReadingLine line) => Plain(line.Text);

    public static string Plain(string text)
    {
        var plain = text.Replace("**", "", StringComparison.Ordinal);
        plain = Link().Replace(plain, match => match.Groups["text"].Value);
        plain = Italic().Replace(plain, "${text}");
        return Spaces().Replace(Blank().Replace(plain, " "), " ").Trim(' ', '|');
    }

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?:https?|mailto):[^)\s]+\)", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w*])\*(?<text>\S(?:[^*\n]*\S)?)\*(?![\w*])", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Italic();

    [GeneratedRegex(@"_{2,}|\.{4,}|…{2,}", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\s+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Spaces();
}
