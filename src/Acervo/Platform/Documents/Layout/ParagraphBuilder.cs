namespace Acervo.Platform.Documents.Layout;

/// <summary>
/// Puts printed lines together into paragraphs and list items. A line that ends although the next word would have fitted was ended on purpose.
/// </summary>
internal sealed class ParagraphBuilder(int page, TextMeasure measure)
{
    private readonly List<DocumentBlock> blocks = [];
    private readonly List<TextLine> open = [];

    public static IReadOnlyList<DocumentBlock> Build(IReadOnlyList<TextLine> lines, int page, TextMeasure measure)
    {
        var builder = new ParagraphBuilder(page, measure);
        foreach (var line in lines)
        {
            builder.Add(line);
        }

        builder.Close();
        return builder.blocks;
    }

    /// <summary>The lines with which a paragraph or an item begins.</summary>
    public static HashSet<TextLine> Openings(IReadOnlyList<TextLine> lines, TextMeasure measure)
    {
        var builder = new ParagraphBuilder(0, measure);
        var openings = new HashSet<TextLine>();
        foreach (var line in lines)
        {
            builder.Add(line);
            if (builder.open.Count == 1)
            {
                openings.Add(line);
            }
        }

        return openings;
    }

    private void Add(TextLine line)
    {
        if (open.Count > 0 && Breaks(open[^1], line))
        {
            Close();
        }

        open.Add(line);
    }

    private bool Breaks(TextLine last, TextLine line)
    {
        if (line.Marker is not null || last.Muted != line.Muted)
        {
            return true;
        }

        var height = Math.Max(last.Height, line.Height);
        if ((line.Top - last.Bottom) / last.Height > measure.Gap + 0.35 || Math.Min(last.Height, line.Height) < height * 0.8)
        {
            return true;
        }

        if (last.Right + height * 0.25 + line.FirstWordWidth < measure.Right - height * 0.4 || (measure.Justified && last.Right < measure.Right - height * 0.5))
        {
            return true;
        }

        if (last.Bold != line.Bold && open.TrueForAll(each => each.Bold == last.Bold) && last.Text.TrimEnd('*', ' ') is [.., '.' or ':' or '?' or ';'])
        {
            return true; // a label in bold that happens to end at the margin, or the line before one
        }

        var start = open[0];
        if (start.Marker is not null)
        {
            return line.Left < start.TextLeft - height * 0.6 && Math.Abs(line.Left - start.Left) > height * 0.6;
        }

        return line.Left > last.Left + height * 0.8 && open.Count > 1;
    }

    private void Close()
    {
        if (open.Count == 0)
        {
            return;
        }

        var text = open[0].Text;
        foreach (var line in open.Skip(1))
        {
            text = Joined(text, line.Text);
        }

        blocks.Add(new DocumentBlock
        {
            Text = text.Replace("** **", " ", StringComparison.Ordinal),
            Marker = open[0].Marker,
            Level = open[0].Marker is null ? 0 : Math.Clamp((int)((open[0].Left - measure.Left) / (open[0].Height * 2.4)), 0, 4),
            Muted = open[0].Muted,
            Page = page,
            FillsLine = open[^1].Right > measure.Right - 4 * open[^1].Height,
            Confidence = open.Average(line => line.Confidence),
        });
        open.Clear();
    }

    private static string Joined(string text, string next)
    {
        var hyphen = text.Length > 1 && text[^1] is '-' or '\u00AD' && char.IsLetter(text[^2]) && next.Length > 0 && char.IsLower(next[0]);
        if (hyphen)
        {
            return text[..^1] + next;
        }

        return next.Length > 0 && next[0] is ',' or '.' or ';' or ':' or ')' ? text + next : text + " " + next; // a narrow cell breaks before a comma too
    }
}
