using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>The ink of one letter in the box of its line, with running sums so that the share of any part is told at once.</summary>
internal sealed class LetterPicture
{
    private const int Dark = 128;

    private readonly int[] sums;
    private readonly int width;

    private LetterPicture(int[] sums, int width, int line) => (this.sums, this.width, Line) = (sums, width, line);

    /// <summary>The height of the line in dots.</summary>
    public int Line { get; }

    public int Left { get; private init; }

    public int Right { get; private init; }

    public int Top { get; private init; }

    public int Bottom { get; private init; }

    /// <summary>Null where nothing is drawn.</summary>
    public static LetterPicture? Of(PageBitmap page, int x0, int y0, int width, int line)
    {
        var sums = new int[(width + 1) * (line + 1)];
        var (left, right, top, bottom) = (width, 0, line, 0);
        for (var y = 0; y < line; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var isInk = y0 + y < page.Height && x0 + x < page.Width && page.Pixels[((y0 + y) * page.Width) + x0 + x] < Dark;
                if (isInk)
                {
                    (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x + 1), Math.Min(top, y), Math.Max(bottom, y + 1));
                }

                sums[((y + 1) * (width + 1)) + x + 1] = (isInk ? 1 : 0) + sums[(y * (width + 1)) + x + 1]
                    + sums[((y + 1) * (width + 1)) + x] - sums[(y * (width + 1)) + x];
            }
        }

        return right == 0 ? null : new LetterPicture(sums, width + 1, line) { Left = left, Right = right, Top = top, Bottom = bottom };
    }

    public double Share(int x0, int y0, int x1, int y1)
    {
        (y0, y1) = (Math.Clamp(y0, 0, Line - 1), Math.Clamp(y1, 1, Line));
        var ink = sums[(y1 * width) + x1] - sums[(y0 * width) + x1] - sums[(y1 * width) + x0] + sums[(y0 * width) + x0];
        return (double)ink / Math.Max(1, (x1 - x0) * (y1 - y0));
    }
}
