using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>
/// Tells a short text from the picture of a page: where little is written, and all ink belongs to the words, there is no picture to recognise.
/// </summary>
internal static class LoneText
{
    /// <summary>Points around a word that its strokes may reach.</summary>
    private const double Reach = 3;

    /// <summary>Share of the ink that may be a line or a speck.</summary>
    private const double Stray = 0.1;

    public static bool Is(IReadOnlyList<LayoutPage> seen, IReadOnlyList<PageBitmap> drawn)
    {
        var (own, all) = (0, 0);
        for (var page = 0; page < seen.Count; page++)
        {
            if (page >= drawn.Count)
            {
                return false;
            }

            all += Count(drawn[page], 0, 0, drawn[page].Width, drawn[page].Height);
            own += seen[page].Segments.Sum(segment => Around(drawn[page], segment));
        }

        return own > 0 && own >= all * (1 - Stray);
    }

    private static int Around(PageBitmap bitmap, Segment segment) => Count(
        bitmap, (int)bitmap.Dot(segment.Left - Reach), (int)bitmap.Dot(segment.Top - Reach), (int)bitmap.Dot(segment.Right + Reach),
        (int)bitmap.Dot(segment.Bottom + Reach));

    private static int Count(PageBitmap bitmap, int left, int top, int right, int bottom)
    {
        var ink = 0;
        for (var y = Math.Max(0, top); y < Math.Min(bitmap.Height, bottom); y++)
        {
            foreach (var dot in bitmap.Pixels.Slice((y * bitmap.Width) + Math.Clamp(left, 0, bitmap.Width),
                Math.Clamp(right, 0, bitmap.Width) - Math.Clamp(left, 0, bitmap.Width)))
            {
                ink += dot < PageBitmap.Ink ? 1 : 0;
            }
        }

        return ink;
    }
}
