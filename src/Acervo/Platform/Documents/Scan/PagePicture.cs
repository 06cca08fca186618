using System.Text;
using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Scan;

/// <summary>Makes a photographed page look like a scanned one before it is recognised: shadows out, lines level. A clean scan stays as it is.</summary>
internal static class PagePicture
{
    private const int Cell = 48;
    private const int Sparse = 3;
    private const int Shadow = 50;
    private const int Paper = 240;
    private const double MostDegrees = 5;
    private const double StepDegrees = 0.25;
    private const double LeastDegrees = 0.9;

    /// <summary>The picture to recognise; the same bytes when nothing had to be mended.</summary>
    public static byte[] Mend(byte[] pgm)
    {
        var page = PageBitmap.Read(pgm, 72);
        var dots = Lit(page);
        var slope = Math.Tan(Degrees(dots, page.Width, page.Height) * Math.PI / 180);
        if (slope != 0)
        {
            dots = Turned(dots, page.Width, page.Height, slope);
        }

        return ReferenceEquals(dots, page.Dots) ? pgm : [.. Encoding.ASCII.GetBytes($"P5\n{page.Width} {page.Height}\n255\n"), .. dots];
    }

    /// <summary>Every dot as a share of the paper's brightness around it.</summary>
    private static byte[] Lit(PageBitmap page)
    {
        var (columns, rows) = (Math.Max(page.Width / Cell + 1, 2), Math.Max(page.Height / Cell + 1, 2));
        var light = Light(page, columns, rows);
        var sorted = light.Order().ToList();
        if (sorted[^1] - sorted[light.Length / 8] < Shadow)
        {
            return page.Dots;
        }

        var lit = new byte[page.Dots.Length];
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width; x++)
            {
                var (column, row) = (Math.Clamp((x - Cell / 2.0) / Cell, 0, columns - 1), Math.Clamp((y - Cell / 2.0) / Cell, 0, rows - 1));
                var (left, top) = (Math.Min((int)column, columns - 2), Math.Min((int)row, rows - 2));
                var (right, down) = (column - left, row - top);
                var paper = (light[top * columns + left] * (1 - right) + light[top * columns + left + 1] * right) * (1 - down)
                    + (light[(top + 1) * columns + left] * (1 - right) + light[(top + 1) * columns + left + 1] * right) * down;
                lit[y * page.Width + x] = (byte)Math.Min(255, page.Dots[y * page.Width + x] * Paper / Math.Max(paper, 1));
            }
        }

        return lit;
    }

    /// <summary>How bright the paper is in each cell of a grid: nearly the brightest dot, for most of a page is paper.</summary>
    private static double[] Light(PageBitmap page, int columns, int rows)
    {
        var light = new double[columns * rows];
        var counts = new int[256];
        for (var cell = 0; cell < light.Length; cell++)
        {
            Array.Clear(counts);
            var (left, top) = (cell % columns * Cell, cell / columns * Cell);
            var total = 0;
            for (var y = top; y < Math.Min(top + Cell, page.Height); y += 2)
            {
                for (var x = left; x < Math.Min(left + Cell, page.Width); x += 2)
                {
                    counts[page.Dots[y * page.Width + x]]++;
                    total++;
                }
            }

            var (level, above) = (255, 0);
            while (level > 0 && (above += counts[level]) < total / 5)
            {
                level--;
            }

            light[cell] = total == 0 ? (cell % columns > 0 ? light[cell - 1] : light[Math.Max(cell - columns, 0)]) : level;
        }

        return light;
    }

    /// <summary>The turn at which ink falls best into lines; 0 when the page lies nearly straight.</summary>
    private static double Degrees(byte[] dots, int width, int height)
    {
        var ink = new List<(int X, int Y)>();
        for (var y = 0; y < height; y += Sparse)
        {
            for (var x = 0; x < width; x += Sparse)
            {
                if (dots[y * width + x] < 128)
                {
                    ink.Add((x, y));
                }
            }
        }

        var (best, degrees) = (0L, 0.0);
        for (var turn = -MostDegrees; turn <= MostDegrees; turn += StepDegrees)
        {
            var slope = Math.Tan(turn * Math.PI / 180);
            var lines = new int[height + 2 * width];
            foreach (var (x, y) in ink)
            {
                lines[((int)(y - slope * x) + width) / Sparse]++;
            }

            var sharpness = lines.Sum(line => (long)line * line);
            (best, degrees) = sharpness > best ? (sharpness, turn) : (best, degrees);
        }

        return Math.Abs(degrees) < LeastDegrees ? 0 : degrees;
    }

    private static byte[] Turned(byte[] dots, int width, int height, double slope)
    {
        var turned = new byte[dots.Length];
        var (sin, cos) = (slope / Math.Sqrt(1 + slope * slope), 1 / Math.Sqrt(1 + slope * slope));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = (width / 2.0 + (x - width / 2.0) * cos - (y - height / 2.0) * sin,
                    height / 2.0 + (x - width / 2.0) * sin + (y - height / 2.0) * cos);
                var (left, top) = ((int)Math.Floor(fromX), (int)Math.Floor(fromY));
                var inside = left >= 0 && top >= 0 && left + 1 < width && top + 1 < height;
                turned[y * width + x] = inside ? Between(dots, top * width + left, width, fromX - left, fromY - top) : (byte)255;
            }
        }

        return turned;
    }

    private static byte Between(byte[] dots, int at, int width, double right, double down) => (byte)(
        (dots[at] * (1 - right) + dots[at + 1] * right) * (1 - down) + (dots[at + width] * (1 - right) + dots[at + width + 1] * right) * down);
}
