using System.Text.RegularExpressions;

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
        plain = Link().Replace(plain, match => match.Groups[1].Value);
        plain = Italic().Replace(plain, "$1");
        return Spaces().Replace(Blank().Replace(plain, " "), " ").Trim(' ', '|');
    }

    [GeneratedRegex(@"\[([^\]]+)\]\((?:https?|mailto):[^)\s]+\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])")]
    private static partial Regex Italic();

    [GeneratedRegex(@"_{2,}|\.{4,}|…{2,}")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
