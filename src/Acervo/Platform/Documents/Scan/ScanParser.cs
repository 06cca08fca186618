using System.Globalization;
using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Scan;

/// <summary>Recognises the text of scanned pages and photographs with tesseract, two pages at a time.</summary>
internal static class ScanParser
{
    private const int Resolution = 300;
    private const double Scale = 72.0 / Resolution;
    private const int BorderResolution = 100;
    private const int AtOnce = 2;
    private const int FewestLetters = 20;

    private static readonly TimeSpan PageLimit = TimeSpan.FromSeconds(60);

    /// <summary>The words of some pages of a PDF, by their numbers.</summary>
    public static async Task<IReadOnlyList<LayoutPage>> PagesAsync(string pdf, IReadOnlyList<int> numbers, WorkFolder folder,
        IProgress<ReadingProgress>? progress, CancellationToken cancel)
    {
        var pages = new LayoutPage[numbers.Count];
        var done = 0;
        if (numbers.Count > 0)
        {
            progress?.Report(new ReadingProgress(0, numbers.Count));
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, numbers.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (at, stop) =>
        {
            pages[at] = await PageAsync(pdf, numbers[at], folder, stop);
            progress?.Report(new ReadingProgress(Interlocked.Increment(ref done), numbers.Count));
        });
        return pages;
    }

    public static async Task<DocumentText> ParseImageAsync(byte[] file, CancellationToken cancel)
    {
        using var folder = new WorkFolder();
        try
        {
            return Document(DocumentKind.Image, [await PictureAsync(file, folder, cancel)]);
        }
        catch (ToolFailedException cause)
        {
            throw new DocumentException("La imagen está dañada o no se puede abrir. Vuelva a escanear el formato y envíelo en PDF o PNG.", cause);
        }
    }

    /// <summary>The words of a picture by itself.</summary>
    public static async Task<LayoutPage> PictureAsync(byte[] file, WorkFolder folder, CancellationToken cancel)
    {
        var path = folder.File("imagen");
        var page = PicturePage.AsPdf(file);
        await File.WriteAllBytesAsync(path, page ?? file, cancel);
        if (page is not null)
        {
            return await PageAsync(path, 1, folder, cancel);
        }

        var table = await RecogniseAsync(path, cancel);
        var (words, _) = TesseractTable.Level(TesseractTable.Words(table, Scale));
        var (width, height) = TesseractTable.Size(table, Scale);
        return new LayoutPage(1, width, height, words) { Recognised = true };
    }

    /// <summary>The words of one page of a PDF as it is drawn.</summary>
    public static async Task<LayoutPage> PageAsync(string pdf, int number, WorkFolder folder, CancellationToken cancel)
    {
        var image = folder.File($"pagina-{number}");
        await DrawAsync(pdf, number, Resolution, image, cancel);
        var drawn = await File.ReadAllBytesAsync(image + ".pgm", cancel);
        var mended = PagePicture.Mend(drawn);
        if (!ReferenceEquals(drawn, mended))
        {
            await File.WriteAllBytesAsync(image + ".pgm", mended, cancel);
        }

        var table = await RecogniseAsync(image + ".pgm", cancel);
        var seen = TesseractTable.Words(table, Scale);
        if (await PageTurn.RightAsync(seen, mended, image + ".pgm", cancel) is { } turned)
        {
            mended = turned;
            await File.WriteAllBytesAsync(image + ".pgm", mended, cancel);
            table = await RecogniseAsync(image + ".pgm", cancel);
            seen = TesseractTable.Words(table, Scale);
        }

        var first = await SecondLook.ImproveAsync(seen, image + ".pgm", Scale, folder, cancel);
        var (words, slope) = TesseractTable.Level(await DateBoxes.ImproveAsync(first, image + ".pgm", Scale, folder, cancel));
        var (width, height) = TesseractTable.Size(table, Scale);
        var bitmap = (ReferenceEquals(drawn, mended) ? await SmallAsync(pdf, number, folder, cancel)
            : PageBitmap.Read(mended, Resolution).Third()).Levelled(slope);
        File.Delete(image + ".pgm");
        return new LayoutPage(number, width, height, words) { Recognised = true, Bitmap = bitmap, Rulings = RulingFinder.Find(bitmap) };
    }

    private static async Task<PageBitmap> SmallAsync(string pdf, int number, WorkFolder folder, CancellationToken cancel)
    {
        var small = folder.File($"borde-{number}");
        await DrawAsync(pdf, number, BorderResolution, small, cancel);
        return PageBitmap.Read(await File.ReadAllBytesAsync(small + ".pgm", cancel), BorderResolution);
    }

    private static Task<byte[]> DrawAsync(string pdf, int number, int resolution, string image, CancellationToken cancel)
    {
        var page = number.ToString(CultureInfo.InvariantCulture);
        return ExternalTool.RunAsync("pdftoppm",
            ["-gray", "-cropbox", "-r", resolution.ToString(CultureInfo.InvariantCulture), "-f", page, "-l", page, "-singlefile", pdf, image], PageLimit,
            cancel);
    }

    private static Task<byte[]> RecogniseAsync(string image, CancellationToken cancel) =>
        ExternalTool.RunAsync("tesseract",
        [image, "stdout", "-l", "spa", "--psm", "3", "-c", "tessedit_create_tsv=1", "--dpi", Resolution.ToString(CultureInfo.InvariantCulture)], PageLimit,
        cancel);

    /// <summary>What a scan says.</summary>
    /// <exception cref="DocumentException">Nothing could be made out.</exception>
    public static DocumentText Document(DocumentKind kind, IReadOnlyList<LayoutPage> pages)
    {
        var (blocks, margins) = LayoutReader.Read(pages);
        if (pages.Sum(page => page.Segments.Sum(word => word.Text.Count(char.IsLetter))) < FewestLetters)
        {
            throw new DocumentException("No se encontró texto legible en la imagen. Escanee el formato derecho, a 300 puntos por pulgada, y envíelo de nuevo.");
        }

        return new DocumentText { Kind = kind, Blocks = blocks, Pages = pages.Count, Margins = margins };
    }
}
