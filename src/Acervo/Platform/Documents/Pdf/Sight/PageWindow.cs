using System.Globalization;
using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>The part of a page that programs show: its crop box, in points from the top left of the whole sheet as it is turned.</summary>
internal sealed partial record PageWindow(double Left, double Top, double Right, double Bottom)
{
    private const double Edge = 2;

    /// <summary>Reads what poppler's pdfinfo prints with -box, page by page.</summary>
    public static IReadOnlyList<PageWindow> Read(string facts)
    {
        var turns = Turn().Matches(facts).Select(turn => int.Parse(turn.Groups["degrees"].Value, CultureInfo.InvariantCulture)).ToList();
        return [.. Boxes("Media", facts).Zip(Boxes("Crop", facts)).Select((pair, page) => Of(pair.First, pair.Second, page < turns.Count ? turns[page] : 0))];
    }

    /// <summary>The longest side of any sheet, shown or not: it is drawn whole.</summary>
    public static double LongestSide(string facts) =>
        Boxes("Media", facts).Select(box => Math.Max(Math.Abs(box[2] - box[0]), Math.Abs(box[3] - box[1]))).DefaultIfEmpty(0).Max();

    public bool Shows(PdfWord word)
    {
        var (x, y) = ((word.Left + word.Right) / 2, (word.Top + word.Bottom) / 2);
        return x > Left + Edge && x < Right - Edge && y > Top + Edge && y < Bottom - Edge;
    }

    private static List<double[]> Boxes(string name, string facts) => [.. Box().Matches(facts).Where(box => box.Groups["name"].Value == name)
        .Select(box => box.Groups["side"].Captures.Select(side => double.Parse(side.Value, CultureInfo.InvariantCulture)).ToArray())];

    /// <summary>Left, bottom, right, top, from the bottom left of the sheet as it was made.</summary>
    private static PageWindow Of(double[] sheet, double[] crop, int turn) => turn switch
    {
        90 => new PageWindow(crop[1] - sheet[1], crop[0] - sheet[0], crop[3] - sheet[1], crop[2] - sheet[0]),
        180 => new PageWindow(sheet[2] - crop[2], crop[1] - sheet[1], sheet[2] - crop[0], crop[3] - sheet[1]),
        270 => new PageWindow(sheet[3] - crop[3], sheet[2] - crop[2], sheet[3] - crop[1], sheet[2] - crop[0]),
        _ => new PageWindow(crop[0] - sheet[0], sheet[3] - crop[3], crop[2] - sheet[0], sheet[3] - crop[1]),
    };

    [GeneratedRegex(@"^Page\s+\d+ (?<name>Media|Crop)Box:(?:\s+(?<side>-?[\d.]+)){4}", RegexOptions.Multiline, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Box();

    [GeneratedRegex(@"^Page\s+\d+ rot:\s+(?<degrees>\d+)", RegexOptions.Multiline, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Turn();
}
