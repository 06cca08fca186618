using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Acervo.Platform.Documents.Layout;
using Acervo.Platform.Documents.Pdf.Sight;
using Acervo.Platform.Documents.Scan;

namespace Acervo.Platform.Documents.Pdf;

/// <summary>Reads a PDF page by page: by its text where it has any, by recognising the picture of the page where it has none.</summary>
internal static partial class PdfParser
{
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
            var covering = PagePictures.AreasAsync(path, cancel);
            var lettering = LetterFaces.DrawAsync(folder, cancel);
            var placing = ExternalTool.RunAsync("pdftotext", ["-bbox", path, "-"], Limit, cancel);
            var (pages, laid) = Watermark.Off(PdfXml.Read(await ExternalTool.RunAsync("pdftohtml", ["-xml", "-i", "-nodrm", "-stdout", path], Limit, cancel)));
            var (words, bitmaps) = (PdfWord.Read(await placing), await drawing);
            var sight = new PdfSight(path, folder, laid);
            var seen = await sight.ClearAsync(pages, words, windows, bitmaps, await lettering, cancel);
            var roads = new PageRoads(seen, bitmaps, await covering, sight);
            var recognised = await ScanParser.PagesAsync(path, roads.Pictured(), folder, progress, cancel);
            var shown = recognised.Where(roads.IsPictureBetter).ToDictionary(page => page.Number);
            IReadOnlyList<LayoutPage> read = [.. seen.Select((page, index) => shown.TryGetValue(page.Number, out var picture) ? picture
                : Upright(page, index < bitmaps.Count ? bitmaps[index] : null))];
            return PictureStory.Of(shown.Count == count ? ScanParser.Document(DocumentKind.ScannedPdf, read) : Mixed(read, laid, sight, shown.Keys.ToHashSet()),
                sight, pages, shown.Keys.ToHashSet());
        }
        catch (Exception cause) when (cause is ToolFailedException or XmlException)
        {
            throw new DocumentException("El PDF está dañado o incompleto. Ábralo, imprímalo de nuevo como PDF y envíelo.", cause);
        }
    }

    private static LayoutPage Upright(LayoutPage page, PageBitmap? bitmap)
    {
        var (upright, drawn) = page.IsTurned ? (page.Turn(), bitmap?.Turned()) : (page, bitmap);
        return drawn is null ? upright : upright with { Rulings = RulingFinder.Find(drawn), Bitmap = drawn };
    }

    /// <summary>Text, with the pages among it that were read from their picture.</summary>
    private static DocumentText Mixed(IReadOnlyList<LayoutPage> read, IReadOnlyList<string> laid, PdfSight sight, HashSet<int> pictured)
    {
        var (blocks, margins) = LayoutReader.Read(read);
        return new DocumentText
        {
            Kind = DocumentKind.Pdf,
            Blocks = blocks,
            Pages = read.Count,
            Margins = [.. margins, .. laid],
            Findings = [.. sight.Findings, .. Told([.. pictured.Order()])],
            Hidden = sight.Told(pictured),
            PicturedPages = [.. pictured.Order()],
        };
    }

    private static IEnumerable<string> Told(IReadOnlyList<int> pictured) => pictured.Count switch
    {
        0 => [],
        1 => [$"La página {pictured[0]} es una imagen; su texto se reconoció y puede tener errores. Compárelo con el original."],
        _ => [$"Las páginas {string.Join(", ", pictured.SkipLast(1))} y {pictured[^1]} son imágenes; su texto se reconoció y puede tener "
            + "errores. Compárelo con el original."],
    };

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
