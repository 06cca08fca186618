namespace Acervo.Platform.Documents.Layout;

/// <summary>Restores the bullets of a scan: recognition reads them as odd letters or drops them, but their ink stands alone left of an indented line.</summary>
internal static class ScannedBullets
{
    public static IReadOnlyList<TextLine> Mark(IReadOnlyList<TextLine> lines, LayoutPage page)
    {
        if (page.Bitmap is null || lines.Count == 0)
        {
            return lines;
        }

        var margin = lines.Select(line => line.Left).Order().ElementAt(lines.Count / 10);
        return [.. lines.Select(line => Mark(line, page.Bitmap, margin))];
    }

    private static TextLine Mark(TextLine line, PageBitmap bitmap, double margin)
    {
        var segments = line.Segments;
        if (line.Marker is null && segments.Count > 1 && segments[0].Text.Length <= 2 && segments[0].Left > margin + line.Height * 0.5
            && segments[1].Left - segments[0].Right > line.Height * 0.45 && !segments[0].Text.Any(char.IsDigit))
        {
            return TextLine.Of(segments.Skip(1)).Single().WithBullet();
        }

        return line.Marker is null && line.Left > margin + line.Height && bitmap.HasBlob(line.Left - line.Height * 2.2, line.Top, line.Left - line.Height * 0.35, line.Bottom)
            ? line.WithBullet()
            : line;
    }
}
