using System.Text;
using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Scan;

/// <summary>
/// The figures of several boxes cut out one by one and set close together on white, as one number, with how many came from each box: a recogniser
/// reads eight figures in a row better than two alone, and their count proves what it says.
/// </summary>
internal sealed record FigureStrip(byte[] Picture, IReadOnlyList<int> Figures)
{
    private const byte Ink = 150;

    /// <summary>The size of a figure, in heights of a letter: shorter is a dot, taller or wider a border or something drawn.</summary>
    private const double Least = 0.55;
    private const double Tallest = 1.4;
    private const double Widest = 1.3;

    /// <summary>The white around and between, in heights of a letter.</summary>
    private const double White = 0.6;

    /// <summary>The grey edge of a figure, in dots.</summary>
    private const int Edge = 2;

    public static FigureStrip Of(IReadOnlyList<byte[]> boxes, double letters)
    {
        var (parts, figures) = (new List<(PageBitmap Box, byte[] Dots, List<Spot> Spots)>(), new List<int>());
        foreach (var pgm in boxes)
        {
            var box = PageBitmap.Read(pgm, 72);
            var dots = Borders.Off(box, letters);
            var spots = Spots(box, dots).Where(spot => IsFigure(spot, box, letters)).OrderBy(spot => spot.Left).ToList();
            parts.Add((box, dots, spots));
            figures.Add(spots.Count);
        }

        var all = parts.SelectMany(part => part.Spots).ToList();
        var white = (int)(letters * White);
        var (width, height) = (all.Sum(spot => spot.Width) + white * (all.Count + 1), white * 2 + all.Select(spot => spot.Height).DefaultIfEmpty(1).Max());
        var strip = Enumerable.Repeat((byte)255, width * height).ToArray();
        var left = white;
        foreach (var (box, dots, spots) in parts)
        {
            for (var at = 0; at < spots.Count; at++)
            {
                Copy(box, dots, spots[at], strip, width, left, height - white - spots[at].Height);
                // Figures of one box stand as they stood, boxes a little apart.
                left += at + 1 < spots.Count ? Math.Clamp(spots[at + 1].Left - spots[at].Left, 1, spots[at].Width + white) : spots[at].Width + white;
            }
        }

        return new FigureStrip([.. Encoding.ASCII.GetBytes($"P5\n{width} {height}\n255\n"), .. strip], figures);
    }

    /// <summary>What was read in the strip, parted as the figures were; null when it says more or fewer of them.</summary>
    public IReadOnlyList<string>? Part(string read)
    {
        if (read.Length != Figures.Sum())
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var count in Figures)
        {
            parts.Add(read.Substring(parts.Sum(part => part.Length), count));
        }

        return parts;
    }

    /// <summary>What touches the edge of its box is the tail of something beside it.</summary>
    private static bool IsFigure(Spot spot, PageBitmap box, double letters) => spot.Top > 0 && spot.Bottom < box.Height - 1 && spot.Left > 0
        && spot.Right < box.Width - 1 && spot.Height >= letters * Least && spot.Height <= letters * Tallest && spot.Width <= letters * Widest;

    /// <summary>Every patch of ink that hangs together.</summary>
    private static IEnumerable<Spot> Spots(PageBitmap box, byte[] dots)
    {
        var (seen, open) = (new bool[dots.Length], new Stack<int>());
        for (var first = 0; first < dots.Length; first++)
        {
            var spot = new Spot(box.Width, -1, box.Height, -1);
            Visit(first);
            while (open.TryPop(out var dot))
            {
                var (x, y) = (dot % box.Width, dot / box.Width);
                spot = new Spot(Math.Min(spot.Left, x), Math.Max(spot.Right, x), Math.Min(spot.Top, y), Math.Max(spot.Bottom, y));
                for (var near = 0; near < 9; near++)
                {
                    var (besideX, besideY) = (x + near % 3 - 1, y + near / 3 - 1);
                    if (besideX >= 0 && besideX < box.Width && besideY >= 0 && besideY < box.Height)
                    {
                        Visit(besideY * box.Width + besideX);
                    }
                }
            }

            if (spot.Right >= 0)
            {
                yield return spot;
            }
        }

        void Visit(int dot)
        {
            if (!seen[dot] && dots[dot] < Ink)
            {
                seen[dot] = true;
                open.Push(dot);
            }
        }
    }

    private static void Copy(PageBitmap box, byte[] dots, Spot spot, byte[] strip, int width, int left, int top)
    {
        for (var y = Math.Max(spot.Top - Edge, 0); y <= Math.Min(spot.Bottom + Edge, box.Height - 1); y++)
        {
            for (var x = Math.Max(spot.Left - Edge, 0); x <= Math.Min(spot.Right + Edge, box.Width - 1); x++)
            {
                var to = (top + y - spot.Top) * width + left + x - spot.Left;
                strip[to] = Math.Min(strip[to], dots[y * box.Width + x]);
            }
        }
    }

    /// <summary>The edges of a patch of ink, in dots.</summary>
    private sealed record Spot(int Left, int Right, int Top, int Bottom)
    {
        public int Width => Right - Left + 1;

        public int Height => Bottom - Top + 1;
    }
}
