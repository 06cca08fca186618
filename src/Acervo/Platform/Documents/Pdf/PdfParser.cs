using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Acervo.Platform.Documents.Layout;
using Acervo.Platform.Documents.Pdf.Sight;
using Acervo.Platform.Documents.Scan;

namespace Acervo.Platform.Documents.Pdf;

/// <summary>Reads a PDF: by its text where it has any, by recognising the pictures of its pages where it has none.</summary>
internal static partial class PdfParser
{
    private const int FewestLetters = 40;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task<DocumentText> ParseAsync(byte[] file, IProgress<ReadingProgress>? progress, CancellationToken cancel)
    {
        using var folder = new WorkFolder();
        var path = folder.File("documento.pdf");
        await File.WriteAllBytesAsync(path, file, cancel);
        try
        {
            var (count, windows) = await PagesAsync(path, cancel);
            var drawing = DrawAsync(path, cancel);
            var lettering = LetterFaces.DrawAsync(folder, cancel);
            var placing = ExternalTool.RunAsync("pdftotext", ["-bbox", path, "-"], Limit, cancel);
            var pages = PdfXml.Read(await ExternalTool.RunAsync("pdftohtml", ["-xml", "-i", "-nodrm", "-stdout", path], Limit, cancel));
            var (words, bitmaps) = (PdfWord.Read(await placing), await drawing);
            var sight = new PdfSight(path, folder);
            var seen = await sight.ClearAsync(pages, words, windows, bitmaps, await lettering, cancel);
            if (sight.IsLie || (Letters(seen) < Math.Max(FewestLetters, count * FewestLetters / 2) && !LoneText.Is(seen, bitmaps)))
            {
                return PictureStory.Of(await ScanParser.ParseAsync(path, count, folder, progress, cancel), sight, pages);
            }

            var (blocks, margins) = LayoutReader.Read([.. seen.Select((page, index) => Upright(page, index < bitmaps.Count ? bitmaps[index] : null))]);
            return new DocumentText
            {
                Kind = DocumentKind.Pdf,
                Blocks = blocks,
                Pages = count,
                Margins = margins,
                Findings = sight.Findings,
                Hidden = sight.Told
            };
        }
        catch (Exception cause) when (cause is ToolFailedException or XmlException)
        {
            throw new DocumentException("El PDF está dañado o incompleto. Ábralo, imprímalo de nuevo como PDF y envíelo.", cause);
        }
    }

    private static LayoutPage Upright(LayoutPage page, PageBitmap? bitmap)
    {
        var (upright, drawn) = page.IsTurned ? (page.Turn(), bitmap?.Turned()) : (page, bitmap);
        return drawn is null ? upright : upright with { Rulings = RulingFinder.Find(drawn) };
    }

    private static int Letters(IEnumerable<LayoutPage> pages) => pages.Sum(page => page.Segments.Sum(segment => segment.Text.Count(char.IsLetter)));

    /// <summary>How many pages it has and what of each is shown; refused where they are too many or too large.</summary>
    public static async Task<(int Count, IReadOnlyList<PageWindow> Windows)> PagesAsync(string path, CancellationToken cancel)
    {
        string facts;
        try
        {
            facts = Encoding.UTF8.GetString(await ExternalTool.RunAsync("pdfinfo",
                ["-box", "-f", "1", "-l", ReadingLimits.Pages.ToString(CultureInfo.InvariantCulture), path], Limit, cancel));
        }
        catch (ToolFailedException refused) when (refused.Message.Contains("password", StringComparison.OrdinalIgnoreCase))
        {
            throw new DocumentException("El PDF está protegido con contraseña. Quite la protección y envíelo de nuevo.", refused);
        }

        if (Size().Matches(facts).Any(size => size.Groups["side"].Captures.Any(side => double.Parse(side.Value,
            CultureInfo.InvariantCulture) > ReadingLimits.PagePoints)) || PageWindow.LongestSide(facts) > ReadingLimits.PagePoints)
        {
            throw new DocumentException("El PDF tiene páginas más grandes que un pliego. Imprímalo en hojas de tamaño carta u oficio y envíelo de nuevo.");
        }

        var count = Count().Match(facts) is { Success: true } pages ? int.Parse(pages.Groups["count"].Value, CultureInfo.InvariantCulture) : 0;
        return count switch
        {
            0 => throw new DocumentException("El PDF no tiene páginas. Ábralo, imprímalo de nuevo como PDF y envíelo."),
            > ReadingLimits.Pages => throw new DocumentException($"El PDF tiene {count} páginas y se leen {ReadingLimits.Pages} como máximo. Envíe "
                + "solo el formato."),
            _ => (count, PageWindow.Read(facts)),
        };
    }

    private static async Task<IReadOnlyList<PageBitmap>> DrawAsync(string path, CancellationToken cancel)
    {
        var (resolution, last) = (PdfSight.Resolution.ToString(CultureInfo.InvariantCulture), PdfSight.MostPages.ToString(CultureInfo.InvariantCulture));
        var all = await ExternalTool.RunAsync("pdftoppm", ["-gray", "-r", resolution, "-l", last, "-aa", "no", "-aaVector", "no", path], Limit, cancel);
        return PageBitmap.ReadAll(all, PdfSight.Resolution);
    }

    [GeneratedRegex(@"^Page\s+\d+ size:\s+(?<side>[\d.]+) x (?<side>[\d.]+) pts", RegexOptions.Multiline, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Size();

    [GeneratedRegex(@"^Pages:\s+(?<count>\d+)", RegexOptions.Multiline, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Count();
}
