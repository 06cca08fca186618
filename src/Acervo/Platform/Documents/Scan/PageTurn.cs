using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Scan;

/// <summary>Finds out how a page lies that was scanned sideways or upside down, and turns it.</summary>
internal static partial class PageTurn
{
    /// <summary>Words of a page that lies right are read with more confidence than this.</summary>
    private const double Sure = 0.7;

    /// <summary>How clearly one way up must be better than the others, as tesseract counts it.</summary>
    private const double LeastClear = 1;

    private const int LongWord = 4;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>How sure the recognition is of these words on the whole, from 0 to 1.</summary>
    public static double Confidence(IReadOnlyList<ScannedWord> words) =>
        words.Sum(word => word.Place.Confidence * word.Place.Text.Length) / Math.Max(words.Sum(word => word.Place.Text.Length), 1);

    /// <summary>The picture the right way up; null when it lies so already, or nothing tells.</summary>
    public static async Task<byte[]?> RightAsync(IReadOnlyList<ScannedWord> read, byte[] pgm, string image, CancellationToken cancel)
    {
        if (Confidence(read) >= Sure && !AreOnSide(read))
        {
            return null;
        }

        try
        {
            var facts = Encoding.UTF8.GetString(await ExternalTool.RunAsync("tesseract", [image, "stdout", "-l", "osd", "--psm", "0"], Limit, cancel));
            return Way().Match(facts) is { Success: true } way && Number(way, "clear") >= LeastClear && (int)Number(way, "turn") is not 0 and var degrees
                ? Turned(pgm, degrees) : null;
        }
        catch (Exception unsure) when (unsure is ToolFailedException or DocumentException && !cancel.IsCancellationRequested)
        {
            return null; // too few letters to tell, or too many for the time: the page is read as it lies
        }
    }

    /// <summary>Words whose lines run up or down are higher than wide.</summary>
    private static bool AreOnSide(IReadOnlyList<ScannedWord> words) =>
        words.Where(word => word.Place.Text.Trim().Length >= LongWord).ToList() is { Count: > 0 } longer
        && longer.Count(word => word.Place.Height > word.Place.Right - word.Place.Left) > longer.Count / 2;

    /// <summary>The same picture turned clockwise.</summary>
    private static byte[] Turned(byte[] pgm, int degrees)
    {
        var page = PageBitmap.Read(pgm, 72);
        var (width, height) = degrees == 180 ? (page.Width, page.Height) : (page.Height, page.Width);
        var dots = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = degrees switch
                {
                    90 => (y, page.Height - 1 - x),
                    180 => (page.Width - 1 - x, page.Height - 1 - y),
                    _ => (page.Width - 1 - y, x),
                };
                dots[(y * width) + x] = page.Dots[(fromY * page.Width) + fromX];
            }
        }

        return [.. Encoding.ASCII.GetBytes($"P5\n{width} {height}\n255\n"), .. dots];
    }

    private static double Number(Match way, string group) => double.Parse(way.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Rotate: (?<turn>\d+)\s+Orientation confidence: (?<clear>[\d.]+)", RegexOptions.Multiline, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Way();
}
