using System.Text;
using Acervo.Platform.Documents.Text;

namespace Acervo.Platform.Documents.Word;

/// <summary>A stretch of one paragraph with one look.</summary>
internal sealed record WordSpan(string Text, bool Bold, bool Muted, string? Link);

/// <summary>Writes spans as inline Markdown. Word splits runs anywhere, so neighbours of one look are joined first.</summary>
internal static class WordMarkdown
{
    public static IEnumerable<(string Text, bool Muted)> Pieces(IReadOnlyList<WordSpan> spans)
    {
        var lines = Lines(spans).Select(line => (Text: Line(line), Muted: IsMuted(line))).ToList();
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && (lines[end].Muted == lines[start].Muted || lines[end].Text.Length == 0))
            {
                end++;
            }

            var text = string.Join('\n', lines[start..end].Select(line => line.Text)).Trim('\n');
            if (text.Length > 0)
            {
                yield return (text, lines[start].Muted);
            }

            start = end;
        }
    }

    private static bool IsMuted(List<WordSpan> line)
    {
        var written = line.Where(span => !string.IsNullOrWhiteSpace(span.Text)).ToList();
        return written.Count > 0 && written.TrueForAll(span => span.Muted);
    }

    private static IEnumerable<List<WordSpan>> Lines(IReadOnlyList<WordSpan> spans)
    {
        var line = new List<WordSpan>();
        foreach (var span in spans)
        {
            var parts = span.Text.Split('\n');
            for (var index = 0; index < parts.Length; index++)
            {
                if (index > 0)
                {
                    yield return line;
                    line = [];
                }

                if (parts[index].Length > 0)
                {
                    line.Add(span with { Text = parts[index] });
                }
            }
        }

        yield return line;
    }

    private static string Line(List<WordSpan> spans)
    {
        var text = new StringBuilder();
        for (var start = 0; start < spans.Count;)
        {
            var end = start + 1;
            while (end < spans.Count && Joins(spans[start], spans[end]))
            {
                end++;
            }

            Append(text, string.Concat(spans[start..end].Select(span => span.Text)), spans[start]);
            start = end;
        }

        return InlineText.Blanks(text.ToString());
    }

    private static bool Joins(WordSpan first, WordSpan next) =>
        next.Link == first.Link && (next.Bold == first.Bold || string.IsNullOrWhiteSpace(next.Text));

    private static void Append(StringBuilder line, string text, WordSpan look)
    {
        var core = text.Trim();
        if (core.Length == 0)
        {
            line.Append(' ');
            return;
        }

        var start = text.IndexOf(core, StringComparison.Ordinal);
        line.Append(text.AsSpan(0, start));
        line.Append(look.Bold && core.Any(char.IsLetterOrDigit) ? $"**{Linked(core, look.Link)}**" : Linked(core, look.Link));
        line.Append(text.AsSpan(start + core.Length));
    }

    private static string Linked(string text, string? link)
    {
        if (link is null || link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && text.Contains('@', StringComparison.Ordinal))
        {
            return text;
        }

        return Bare(link) == Bare(text) || !link.Contains(':', StringComparison.Ordinal) ? text : $"[{text}]({link})";
    }

    private static string Bare(string address) =>
        address.Trim().TrimEnd('/').Replace("https://", "", StringComparison.OrdinalIgnoreCase).Replace("http://", "", StringComparison.OrdinalIgnoreCase)
        .ToUpperInvariant();
}
