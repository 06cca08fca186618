using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>A word and where it stands, in points or in pixels from the upper left corner.</summary>
internal sealed record PdfWord(double Left, double Top, double Right, double Bottom, string Text)
{
    /// <summary>Its paragraph on the page, where that is known.</summary>
    public string Paragraph { get; init; } = "";

    public PdfWord Times(double scale) => this with { Left = Left * scale, Top = Top * scale, Right = Right * scale, Bottom = Bottom * scale };

    /// <summary>Whether the middle of this word lies in the other.</summary>
    public bool MeetsIn(PdfWord other) =>
        (Left + Right) / 2 is var x && (Top + Bottom) / 2 is var y && x >= other.Left && x <= other.Right && y >= other.Top && y <= other.Bottom;
}

/// <summary>Reads the tables of words that poppler (what a page holds) and tesseract (what is seen on its picture) write.</summary>
internal static partial class PdfWords
{
    private const double LeastSure = 35;
    private const int MostWords = 20_000;

    /// <summary>What each page holds, drawn or not, with the larger side of the page.</summary>
    public static IReadOnlyList<(double Side, IReadOnlyList<PdfWord> Words)> Held(IEnumerable<string> lines)
    {
        List<(double Side, IReadOnlyList<PdfWord> Words)> pages = [];
        List<PdfWord> words = [];
        foreach (var line in lines)
        {
            if (Page().Match(line) is { Success: true } page)
            {
                words = [];
                pages.Add((Math.Max(Number(page.Groups["a"]), Number(page.Groups["b"])), words));
            }
            else if (words.Count < MostWords && Word().Match(line) is { Success: true } word)
            {
                words.Add(new PdfWord(Number(word.Groups["a"]), Number(word.Groups["b"]), Number(word.Groups["c"]), Number(word.Groups["d"]),
                    WebUtility.HtmlDecode(word.Groups["e"].Value)));
            }
        }

        return pages;
    }

    /// <summary>What was recognised on the picture of a page, in pixels.</summary>
    public static List<PdfWord> Seen(IEnumerable<string> lines) =>
    [
        .. lines.Skip(1).Select(line => line.Split('\t'))
        .Where(cells => cells is ["5", _, _, _, _, _, _, _, _, _, _, _, ..] && Number(cells[10]) >= LeastSure && cells[11].Trim().Length > 0)
            .Select(cells => new PdfWord(Number(cells[6]), Number(cells[7]), Number(cells[6]) + Number(cells[8]), Number(cells[7]) + Number(cells[9]),
            cells[11].Trim()) { Paragraph = $"{cells[2]}-{cells[3]}" }),
    ];

    private static double Number(Group group) => Number(group.Value);

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;

    [GeneratedRegex("<page width=\"(?<a>[0-9.]+)\" height=\"(?<b>[0-9.]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Page();

    [GeneratedRegex("<word xMin=\"(?<a>[-0-9.]+)\" yMin=\"(?<b>[-0-9.]+)\" xMax=\"(?<c>[-0-9.]+)\" yMax=\"(?<d>[-0-9.]+)\">(?<e>[^<]*)</word>",
        RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
