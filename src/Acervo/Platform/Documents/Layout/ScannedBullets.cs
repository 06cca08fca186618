namespace Acervo.Platform.Documents.Layout;

/// <summary>Restores the bullets of a scan: recognition reads them as odd letters or drops them, but their ink stands alone left of an indented line.</summary>
internal static class ScannedBullets
{
    public static IReadOnlyList<TextLine> Mark(IReadOnlyList<TextLine> lines, LayoutPage page)
    {
        if (page.Bitmap is null || !page.Recognised || lines.Count == 0)
        {
            return lines;
        }

        var margin = lines.Select(line => line.Left).Order().ElementAt(lines.Count / 10);
        return [.. lines.Select(line => Mark(line, lines, page.Bitmap, margin))];
    }

    private static TextLine Mark(TextLine line, IReadOnlyList<TextLine> lines, PageBitmap bitmap, double margin)
    {
        var segments = line.Segments;
        if (line.Marker is null && segments.Count > 1 && segments[0].Left > margin + line.Height * 0.5 && IsMisread(segments[0], segments[1], line.Height)
            && !IsTextColumn(segments[0].Left, lines, line))
        {
            return TextLine.Of(segments.Skip(1)).Single().WithBullet();
        }

        return line.Marker is null && line.Left > margin + line.Height
            && bitmap.HasBlob(line.Left - line.Height * 2.2, line.Top, line.Left - line.Height * 0.35, line.Bottom)
            ? line.WithBullet()
            : line;
    }

    /// <summary>Other lines begin with whole words at this place, so that a short word here is text and no bullet.</summary>
    private static bool IsTextColumn(double left, IReadOnlyList<TextLine> lines, TextLine line) =>
        lines.Any(other => other != line && Math.Abs(other.Left - left) < line.Height * 0.35 && other.Segments[0].Text.Trim().Length > 2);

    /// <summary>A sign alone, or a letter so far from the next word that no blank could part them.</summary>
    private static bool IsMisread(Segment first, Segment next, double height)
    {
        var text = first.Text.Trim();
        var sign = !text.Any(char.IsLetterOrDigit) && text is not "\"" and not "(" and not "¿" and not "¡" and not "[" and not "“";
        return (text.Length <= 2 && sign && next.Left - first.Right > height * 0.45)
            || (text.Length == 1 && char.IsLetter(text[0]) && next.Left - first.Left > height * 1.2);
    }
}
