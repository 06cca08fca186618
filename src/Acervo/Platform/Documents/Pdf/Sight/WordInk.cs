using Acervo.Platform.Documents.Layout;
using Acervo.Platform.Documents.Word.Sight;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>What is drawn on a page at the place of one word: which dots are its letters, and whether they can be told from what lies behind.</summary>
internal sealed class WordInk
{
    private const int Like = 4;
    private const double LeastShare = 0.02;
    private const double MostShare = 0.7;

    private readonly bool[] dots;

    /// <summary>The light of each grey, as contrast counts it.</summary>
    private static readonly double[] Light = [.. Enumerable.Range(0, 256).Select(level => Rgb.Black.Mix(Rgb.White, level / 255.0).Contrast(Rgb.Black))];

    private WordInk(int width, int height, bool[] dots, bool isOwn) => (Width, Height, this.dots, IsOwn) = (width, height, dots, isOwn);

    public int Width { get; }

    public int Height { get; }

    /// <summary>The dots have the colour that the letters are said to have.</summary>
    public bool IsOwn { get; }

    /// <summary>The share of the height of the word that was left out above and below.</summary>
    public double Trim { get; private init; }

    public bool this[int x, int y] => dots[y * Width + x];

    /// <summary>The same ink upside down.</summary>
    public WordInk Turned() => new(Width, Height, [.. dots.Reverse()], IsOwn) { Trim = Trim };

    /// <summary>Null where nobody sees a letter.</summary>
    /// <param name="page">The page as it is drawn, without soft edges.</param>
    /// <param name="word">The word and its place.</param>
    /// <param name="shade">The grey of its colour; below zero when it is not known.</param>
    /// <param name="trim">The share of its height that is left out above and below, for lines may stand close.</param>
    public static WordInk? Of(PageBitmap page, PdfWord word, int shade, double trim)
    {
        var (left, right) = (Math.Clamp((int)page.Dot(word.Left), 0, page.Width - 1), Math.Clamp((int)Math.Ceiling(page.Dot(word.Right)), 1, page.Width));
        var (top, bottom) = (Math.Clamp((int)page.Dot(word.Top + word.Height * trim), 0, page.Height - 1),
            Math.Clamp((int)Math.Ceiling(page.Dot(word.Bottom - word.Height * trim)), 1, page.Height));
        var (width, height) = (right - left, bottom - top);
        if (width < 1 || height < 1)
        {
            return null;
        }

        var counts = new int[256];
        var levels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            page.Pixels.Slice((top + y) * page.Width + left, width).CopyTo(levels.AsSpan(y * width));
        }

        foreach (var level in levels)
        {
            counts[level]++;
        }

        return Own(levels, counts, width, height, shade, trim) ?? Any(levels, counts, width, height, trim);
    }

    /// <summary>Letters in their own colour, before a ground of another.</summary>
    private static WordInk? Own(byte[] levels, int[] counts, int width, int height, int shade, double trim)
    {
        if (shade < 0)
        {
            return null;
        }

        var own = Enumerable.Range(Math.Max(shade - Like, 0), Math.Min(shade + Like, 255) - Math.Max(shade - Like, 0) + 1).Sum(level => counts[level]);
        var share = (double)own / levels.Length;
        if (share is < LeastShare or > MostShare)
        {
            return null;
        }

        var ground = Most(counts, level => Math.Abs(level - shade) > Like);
        return IsLost(shade, ground) ? null
            : new WordInk(width, height, Array.ConvertAll(levels, level => Math.Abs(level - shade) <= Like), true) { Trim = trim };
    }

    /// <summary>Whatever can be told from the most common shade: letters that let the ground through, or something else altogether.</summary>
    private static WordInk? Any(byte[] levels, int[] counts, int width, int height, double trim)
    {
        var ground = Most(counts, _ => true);
        var dots = Array.ConvertAll(levels, level => !IsLost(level, ground));
        return dots.Count(dot => dot) < Math.Max(1, levels.Length * LeastShare / 2) ? null : new WordInk(width, height, dots, false) { Trim = trim };
    }

    private static int Most(int[] counts, Func<int, bool> counted) => Enumerable.Range(0, 256).Where(counted).MaxBy(level => counts[level]);

    private static bool IsLost(int level, int ground) => Math.Max(Light[level], Light[ground]) < Rgb.LeastContrast * Math.Min(Light[level], Light[ground]);
}
