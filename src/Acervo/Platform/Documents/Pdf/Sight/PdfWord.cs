using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>A word of a PDF and the place on its page where it says to stand, in points from the top left.</summary>
internal sealed partial record PdfWord(string Text, double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>Reads what poppler's pdftotext prints with -bbox, page by page.</summary>
    public static IReadOnlyList<IReadOnlyList<PdfWord>> Read(byte[] bbox)
    {
        List<List<PdfWord>> pages = [];
        foreach (var line in Encoding.UTF8.GetString(bbox).Split('\n'))
        {
            if (line.Contains("<page ", StringComparison.Ordinal))
            {
                pages.Add([]);
            }
            else if (pages.Count > 0 && Word().Match(line) is { Success: true } word)
            {
                pages[^1].Add(new PdfWord(WebUtility.HtmlDecode(word.Groups["text"].Value), Side(word, "left"), Side(word, "top"), Side(word, "right"),
                    Side(word, "bottom")));
            }
        }

        return pages;
    }

    private static double Side(Match word, string name) => double.Parse(word.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""<word xMin="(?<left>-?[\d.]+)" yMin="(?<top>-?[\d.]+)" xMax="(?<right>-?[\d.]+)" yMax="(?<bottom>-?[\d.]+)">(?<text>.*)</word>""",
        RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Word();
}
