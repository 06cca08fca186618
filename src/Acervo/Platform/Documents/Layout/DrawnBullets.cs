namespace Acervo.Platform.Documents.Layout;

/// <summary>
/// Restores the bullets that a program draws instead of writing them, as browsers do: a small spot of ink alone before the first word of a line.
/// </summary>
internal static class DrawnBullets
{
    /// <summary>How far before the words it stands, its size and its middle, all in heights of the line.</summary>
    private const double Farthest = 2.2;
    private const double Nearest = 0.2;
    private const double Least = 0.1;
    private const double Most = 0.62;
    private const double MiddleFrom = 0.3;
    private const double MiddleTo = 0.8;

    /// <summary>Share of its place that has ink: that of a ring of which little more than the edge is drawn.</summary>
    private const double LeastInk = 0.3;

    public static LayoutPage Restore(LayoutPage page)
    {
        if (page.Recognised || page.Bitmap is not { } bitmap)
        {
            return page;
        }

        var bullets = TextLine.Of(page.Segments).SelectMany(line => line.Segments.Select((segment, index) => (Segment: segment,
                Free: index == 0 ? segment.Left : segment.Left - line.Segments[index - 1].Right)))
            .Where(each => each.Free > each.Segment.Height * Farthest && each.Segment.Text.Any(char.IsLetterOrDigit) && !each.Segment.OnSide)
            .Select(each => Before(each.Segment, bitmap)).OfType<Segment>().ToList();
        return bullets.Count == 0 ? page : page with { Segments = [.. page.Segments, .. bullets] };
    }

    private static Segment? Before(Segment first, PageBitmap bitmap)
    {
        var height = first.Height;
        var (left, right) = (Math.Max((int)bitmap.Dot(first.Left - height * Farthest), 0), (int)bitmap.Dot(first.Left - height * Nearest));
        var (top, bottom) = (Math.Max((int)bitmap.Dot(first.Top + height * 0.1), 0), Math.Min((int)bitmap.Dot(first.Bottom - height * 0.05), bitmap.Height));
        var (minX, maxX, minY, maxY, ink) = (int.MaxValue, -1, int.MaxValue, -1, 0);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < Math.Min(right, bitmap.Width); x++)
            {
                if (bitmap.Pixels[(y * bitmap.Width) + x] < PageBitmap.Ink)
                {
                    (minX, maxX, minY, maxY) = (Math.Min(minX, x), Math.Max(maxX, x), Math.Min(minY, y), Math.Max(maxY, y));
                    ink++;
                }
            }
        }

        var (wide, high) = (bitmap.Points(maxX - minX + 1) / height, bitmap.Points(maxY - minY + 1) / height);
        var middle = (bitmap.Points(minY + maxY + 1) / 2 - first.Top) / height;
        return ink > 0 && wide is > Least and < Most && high is > Least and < Most && wide < high * 2 && high < wide * 2
            && middle is > MiddleFrom and < MiddleTo
            && minX > left && maxX < right - 1 && ink >= (maxX - minX + 1) * (maxY - minY + 1) * LeastInk
            ? first with { Left = bitmap.Points(minX), Right = bitmap.Points(maxX + 1), Text = "• ", Bold = false } : null;
    }
}
