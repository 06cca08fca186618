using System.Text;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Writes a long answer as Markdown: paragraphs apart, list items together, headings as bold paragraphs, empty items gone.</summary>
internal static partial class MarkdownValue
{
    public static string? Write(IReadOnlyList<ReadingLine> lines)
    {
        var text = new StringBuilder();
        ReadingLine? last = null;
        foreach (var line in lines.Where(line => line.Text.Trim('*', ' ', '_').Length > 0))
        {
            if (last is not null)
            {
                text.Append(Together(last, line) ? "\n" : "\n\n");
            }

            text.Append(Written(line));
            last = line;
        }

        var answer = text.ToString().Trim();
        return answer.Any(char.IsLetterOrDigit) ? answer : null;
    }

    private static bool Together(ReadingLine last, ReadingLine line) =>
        last.Paragraph == line.Paragraph || (last.Marker is not null && line.Marker is not null) || (last.IsRow && line.IsRow);

    private static string Written(ReadingLine line)
    {
        var text = line.Text.Trim();
        if (line.Heading && !line.IsBold)
        {
            text = "**" + text.Replace("**", "", StringComparison.Ordinal) + "**";
        }

        return line.Marker is null ? Unmarked(text) : new string(' ', line.Level * 3) + line.Marker + " " + text;
    }

    /// <summary>A hash at the start of a typed line would make a heading of it when shown.</summary>
    private static string Unmarked(string text) => Hash().Replace(text, "");

    [GeneratedRegex(@"^#{1,6}\s+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Hash();
}
