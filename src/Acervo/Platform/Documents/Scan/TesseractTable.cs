using System.Globalization;
using System.Text;
using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Scan;

/// <summary>Reads the table of words that tesseract prints, and levels a page that was scanned askew.</summary>
internal static class TesseractTable
{
    private const string WordLevel = "5";
    private const double LeastConfidence = 5;

    /// <summary>The words as they stand on the picture, with the line that tesseract gave them.</summary>
    public static List<ScannedWord> Words(byte[] tsv, double scale)
    {
        var words = new List<ScannedWord>();
        foreach (var cells in Rows(tsv).Where(cells => cells[0] == WordLevel && cells[11].Trim().Length > 0 && Number(cells[10]) > LeastConfidence))
        {
            var word = new ScannedWord($"{cells[2]}.{cells[3]}.{cells[4]}", Word(cells, scale));
            if (words.Count > 0 && words[^1].Line == word.Line && words[^1].Place.Text is "http: " or "https: "
                && word.Place.Text.StartsWith("//", StringComparison.Ordinal))
            {
                words[^1] = word with { Place = word.Place with { Left = words[^1].Place.Left, Text = words[^1].Place.Text.Trim() + word.Place.Text } };
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>The width and the height of the picture.</summary>
    public static (double Width, double Height) Size(byte[] tsv, double scale) =>
        Rows(tsv).FirstOrDefault(cells => cells[0] == "1") is { } page ? (Number(page[8]) * scale, Number(page[9]) * scale) : (0, 0);

    public static (IReadOnlyList<Segment> Words, double Slope) Level(IReadOnlyList<ScannedWord> words)
    {
        var lines = words.GroupBy(word => word.Line, word => word.Place, StringComparer.Ordinal).Select(line => line.ToList()).ToList();
        var slope = Slope(lines);
        return ([.. lines.SelectMany(line => Even([.. line.Select(word => Level(word, slope))]))], slope);
    }

    private static IEnumerable<string[]> Rows(byte[] tsv) =>
        Encoding.UTF8.GetString(tsv).Split('\n').Skip(1).Select(line => line.Split('\t')).Where(cells => cells.Length == 12);

    private static Segment Word(string[] cells, double scale)
    {
        var (left, top) = (Number(cells[6]) * scale, Number(cells[7]) * scale);
        return new Segment(left, top, left + Number(cells[8]) * scale, top + Number(cells[9]) * scale, cells[11].Trim() + " ",
            Confidence: Number(cells[10]) / 100);
    }

    private static Segment Level(Segment word, double slope)
    {
        var (down, along) = (slope * (word.Left + word.Right) / 2, slope * (word.Top + word.Bottom) / 2);
        return word with { Left = word.Left + along, Right = word.Right + along, Top = word.Top - down, Bottom = word.Bottom - down };
    }

    /// <summary>Gives the words of one line one top and one bottom: an «a» is lower than a «b», and a misread border far taller.</summary>
    private static IEnumerable<Segment> Even(IReadOnlyList<Segment> line)
    {
        var bottom = Middle(line.Select(word => word.Bottom));
        var height = line.Select(word => word.Height).Order().ElementAt((int)(line.Count * 0.7));
        return line.Where(word => word.Height < height * 2.5 || word.Text.Length > 3)
            .Select(word => Math.Abs(word.Bottom - bottom) < height ? word with { Top = bottom - height, Bottom = bottom } : word);
    }

    /// <summary>How far lines fall for each point to the right: the middle of what the long lines say.</summary>
    private static double Slope(IEnumerable<IReadOnlyList<Segment>> lines)
    {
        var slopes = lines.Where(line => line.Count >= 6).Select(Fit).ToList();
        return slopes.Count < 3 ? 0 : Math.Clamp(Middle(slopes), -0.1, 0.1);
    }

    private static double Fit(IReadOnlyList<Segment> line)
    {
        var (x, y) = (line.Average(word => word.Left), line.Average(word => word.Top + word.Bottom) / 2);
        var spread = line.Sum(word => (word.Left - x) * (word.Left - x));
        return spread < 1 ? 0 : line.Sum(word => (word.Left - x) * ((word.Top + word.Bottom) / 2 - y)) / spread;
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>One recognised word and the line it belongs to.</summary>
internal sealed record ScannedWord(string Line, Segment Place);
