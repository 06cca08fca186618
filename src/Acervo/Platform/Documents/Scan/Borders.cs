using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Scan;

/// <summary>Takes the borders of a table off a small picture of some letters, so that only the letters are read.</summary>
internal static class Borders
{
    /// <summary>Ink that runs on for longer than this many heights of a letter is no stroke of one.</summary>
    private const double Longest = 1.4;

    /// <summary>The dots of the same picture without them.</summary>
    /// <param name="page">The picture.</param>
    /// <param name="letters">The height of a letter, in dots.</param>
    public static byte[] Off(PageBitmap page, double letters)
    {
        var (dots, least) = (page.Dots.ToArray(), (int)(letters * Longest));
        for (var x = 0; x < page.Width; x++)
        {
            Wipe(page, dots, x, page.Width, page.Height, least, beside: 1);
        }

        for (var y = 0; y < page.Height; y++)
        {
            Wipe(page, dots, y * page.Width, 1, page.Width, least, beside: page.Width);
        }

        return dots;
    }

    /// <summary>Whitens the long runs along one row or column, and the dots beside them: a line that lies askew steps from one to the next.</summary>
    private static void Wipe(PageBitmap page, byte[] dots, int start, int step, int length, int least, int beside)
    {
        var run = 0;
        for (var at = 0; at <= length; at++)
        {
            if (at < length && page.Dots[start + at * step] < PageBitmap.Ink)
            {
                run++;
                continue;
            }

            for (var back = run >= least ? run : 0; back > 0; back--)
            {
                var dot = start + (at - back) * step;
                foreach (var near in new[] { dot - beside, dot, dot + beside })
                {
                    if (near >= 0 && near < dots.Length)
                    {
                        dots[near] = 255;
                    }
                }
            }

            run = 0;
        }
    }
}
