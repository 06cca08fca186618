using System.Globalization;
using System.Text;

namespace Acervo.Platform.Documents.Layout;

/// <summary>A page as a small grey picture (PGM), read to find what text extraction does not tell: borders and bullets.</summary>
internal sealed class PageBitmap
{
    public const byte Ink = 170;

    private readonly byte[] pixels;
    private readonly double scale;

    private PageBitmap(int width, int height, byte[] pixels, double scale)
    {
        (Width, Height, this.pixels, this.scale) = (width, height, pixels, scale);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Reads a binary PGM; <paramref name="dotsPerInch"/> tells how its dots become points.</summary>
    public static PageBitmap Read(byte[] pgm, int dotsPerInch) => Read(pgm, 0, dotsPerInch).Page;

    /// <summary>Reads several pictures one after another, as pdftoppm prints them.</summary>
    public static IReadOnlyList<PageBitmap> ReadAll(byte[] pgms, int dotsPerInch)
    {
        var pages = new List<PageBitmap>();
        for (var start = 0; start + 8 < pgms.Length;)
        {
            var (page, end) = Read(pgms, start, dotsPerInch);
            pages.Add(page);
            start = end;
        }

        return pages;
    }

    private static (PageBitmap Page, int End) Read(byte[] pgm, int from, int dotsPerInch)
    {
        var fields = new List<int>();
        var index = from + 2;
        while (fields.Count < 3)
        {
            while (char.IsWhiteSpace((char)pgm[index]))
            {
                index++;
            }

            var start = index;
            while (!char.IsWhiteSpace((char)pgm[index]))
            {
                index++;
            }

            fields.Add(int.Parse(Encoding.ASCII.GetString(pgm, start, index - start), CultureInfo.InvariantCulture));
        }

        var size = fields[0] * fields[1];
        return (new PageBitmap(fields[0], fields[1], pgm.AsSpan(index + 1, size).ToArray(), 72.0 / dotsPerInch), index + 1 + size);
    }

    /// <summary>A part of a picture as a picture of its own; the places are in dots.</summary>
    public static byte[] Cut(byte[] pgm, double left, double top, double right, double bottom)
    {
        var page = Read(pgm, 72);
        var (x, y) = (Math.Clamp((int)left, 0, page.Width - 1), Math.Clamp((int)top, 0, page.Height - 1));
        var (width, height) = (Math.Clamp((int)right - x, 1, page.Width - x), Math.Clamp((int)bottom - y, 1, page.Height - y));
        var part = new List<byte>(Encoding.ASCII.GetBytes($"P5\n{width} {height}\n255\n"));
        for (var line = y; line < y + height; line++)
        {
            part.AddRange(page.pixels.AsSpan(line * page.Width + x, width));
        }

        return [.. part];
    }

    /// <summary>The same page upside down.</summary>
    public PageBitmap Turned() => new(Width, Height, [.. pixels.Reverse()], scale);

    /// <summary>The same page turned back by a small slope, so that level lines are level.</summary>
    public PageBitmap Levelled(double slope)
    {
        var turned = new byte[pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (fromX, fromY) = ((int)Math.Round(x - slope * y), (int)Math.Round(y + slope * x));
                turned[y * Width + x] = fromX >= 0 && fromX < Width && fromY >= 0 && fromY < Height ? pixels[fromY * Width + fromX] : (byte)255;
            }
        }

        return new PageBitmap(Width, Height, turned, scale);
    }

    public ReadOnlySpan<byte> Pixels => pixels;

    public byte[] Dots => pixels;

    /// <summary>A third of the size, each dot the mean of nine.</summary>
    public PageBitmap Third()
    {
        var (wide, high) = (Width / 3, Height / 3);
        var small = new byte[wide * high];
        for (var y = 0; y < high; y++)
        {
            for (var x = 0; x < wide; x++)
            {
                var sum = 0;
                for (var dot = 0; dot < 9; dot++)
                {
                    sum += pixels[(y * 3 + dot / 3) * Width + x * 3 + dot % 3];
                }

                small[y * wide + x] = (byte)(sum / 9);
            }
        }

        return new PageBitmap(wide, high, small, scale * 3);
    }

    public double Points(double dots) => dots * scale;

    public double Dot(double points) => points / scale;

    /// <summary>A small compact spot of ink stands alone in this place, given in points.</summary>
    public bool HasBlob(double left, double top, double right, double bottom)
    {
        var (x0, x1) = (Math.Max((int)(left / scale), 0), Math.Min((int)(right / scale), Width - 1));
        var (y0, y1) = (Math.Max((int)(top / scale), 0), Math.Min((int)(bottom / scale), Height - 1));
        var (minX, maxX, minY, maxY, count) = (int.MaxValue, -1, int.MaxValue, -1, 0);
        for (var y = y0; y <= y1; y++)
        {
            for (var x = x0; x <= x1; x++)
            {
                if (pixels[y * Width + x] < 110)
                {
                    (minX, maxX, minY, maxY) = (Math.Min(minX, x), Math.Max(maxX, x), Math.Min(minY, y), Math.Max(maxY, y));
                    count++;
                }
            }
        }

        var (width, height) = (maxX - minX + 1, maxY - minY + 1);
        return count >= 4 && width <= (y1 - y0) && height < (y1 - y0) * 0.9 && minX > x0 && count * 3 >= width * height;
    }
}
