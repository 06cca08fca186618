using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Pdf;

/// <summary>How much of each page of a PDF is covered by pictures.</summary>
internal static partial class PagePictures
{
    private const double PointsPerInch = 72;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The area of the pictures of each page in square points; those of a page may lie over one another.</summary>
    public static async Task<Dictionary<int, double>> AreasAsync(string path, CancellationToken cancel)
    {
        var list = Encoding.UTF8.GetString(await ExternalTool.RunAsync("pdfimages", ["-list", path], Limit, cancel));
        return Picture().Matches(list).GroupBy(row => (int)Number(row, "page"))
            .ToDictionary(page => page.Key, page => page.Sum(row => Number(row, "wide") / Math.Max(Number(row, "across"), 1) * PointsPerInch
                * Number(row, "high") / Math.Max(Number(row, "down"), 1) * PointsPerInch));
    }

    private static double Number(Match row, string group) => double.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>A row of poppler's pdfimages -list; masks lie on pictures that are told besides.</summary>
    [GeneratedRegex(@"^\s*(?<page>\d+)\s+\d+\s+(?:image|stencil)\s+(?<wide>\d+)\s+(?<high>\d+)\s.*?\s(?<across>\d+)\s+(?<down>\d+)\s+\S+\s+\S+\s*$",
        RegexOptions.Multiline, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Picture();
}
