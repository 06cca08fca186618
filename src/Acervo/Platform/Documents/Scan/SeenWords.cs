using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents.Cleaning;
using Acervo.Platform.Documents.Layout;
using Acervo.Platform.Documents.Pdf;
using SkiaSharp;

namespace Acervo.Platform.Documents.Scan;

/// <summary>
/// Every word that stands on some pages of a PDF or in some pictures of another file, for whoever looks for something in it: what is written and what is
/// recognised are both told, for neither is trusted to be all.
/// </summary>
internal static partial class SeenWords
{
    /// <summary>A page with fewer letters than these may be a picture.</summary>
    private const int FewestLetters = 200;

    /// <summary>From here on nobody compared what is written with what is drawn.</summary>
    private const int Compared = PdfDrawing.MostRecognised;

    /// <summary>In dots: nobody reads a word in a picture smaller than this.</summary>
    private const int LeastWidth = 40;
    private const int LeastHeight = 8;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <param name="file">The bytes.</param>
    /// <param name="after">How many pages or pictures were looked at before.</param>
    /// <param name="count">How many to look at.</param>
    /// <param name="progress">Hears of each.</param>
    public static async Task<DocumentText> ReadAsync(byte[] file, int after, int count, IProgress<ReadingProgress> progress)
    {
        using var folder = new WorkFolder();
        try
        {
            return file.AsSpan().StartsWith("PK"u8) ? await PicturesAsync(PicturesIn(file), after, count, folder, progress)
                : FileSignature.Detect(file) == DocumentKind.Image ? await PicturesAsync([file], after, count, folder, progress)
                : await PagesAsync(file, after, count, folder, progress);
        }
        catch (ToolFailedException cause)
        {
            throw new DocumentException("Una página o una imagen del archivo no se puede abrir.", cause);
        }
    }

    private static async Task<DocumentText> PicturesAsync(IReadOnlyList<byte[]> all, int after, int count, WorkFolder folder,
        IProgress<ReadingProgress> progress)
    {
        var words = new List<DocumentBlock>();
        foreach (var picture in all.Skip(after).Take(count))
        {
            words.Add(Told(IsLegible(picture) ? await ScanParser.PictureAsync(picture, folder, default) : null));
            progress.Report(new ReadingProgress(after + words.Count, all.Count));
        }

        return new DocumentText { Kind = DocumentKind.Image, Blocks = words, Pages = all.Count };
    }

    private static async Task<DocumentText> PagesAsync(byte[] file, int after, int count, WorkFolder folder, IProgress<ReadingProgress> progress)
    {
        var path = folder.File("documento.pdf");
        await File.WriteAllBytesAsync(path, file);
        var (pages, _) = await PdfParser.PagesAsync(path, default);
        var pictured = await PicturedAsync(path);
        var words = new List<DocumentBlock>();
        for (var page = after + 1; page <= Math.Min(after + count, pages); page++)
        {
            var number = page.ToString(CultureInfo.InvariantCulture);
            var written = Encoding.UTF8.GetString(await ExternalTool.RunAsync("pdftotext", ["-f", number, "-l", number, path, "-"], Limit, default));
            words.Add(new DocumentBlock { Text = written });
            if (page > Compared || pictured.Contains(page) || written.Count(char.IsLetter) < FewestLetters)
            {
                words.Add(Told(await ScanParser.PageAsync(path, page, folder, default)));
            }

            progress.Report(new ReadingProgress(page, pages));
        }

        return new DocumentText { Kind = DocumentKind.Pdf, Blocks = words, Pages = pages };
    }

    /// <summary>The pages that show a picture in which something may be written.</summary>
    private static async Task<HashSet<int>> PicturedAsync(string path)
    {
        var list = Encoding.UTF8.GetString(await ExternalTool.RunAsync("pdfimages", ["-list", path], Limit, default));
        return [.. Picture().Matches(list).Where(row => Number(row, "wide") >= LeastWidth && Number(row, "high") >= LeastHeight)
            .Select(row => Number(row, "page"))];
    }

    /// <summary>The words of a page in blocks and in whole lines: what stands in two columns is torn in one of them and not in the other.</summary>
    private static DocumentBlock Told(LayoutPage? page)
    {
        if (page is null)
        {
            return new DocumentBlock();
        }

        var (blocks, margins) = LayoutReader.Read([page]);
        return new DocumentBlock
        {
            Text = string.Join('\n', [.. DocumentLines.Of(blocks), .. margins, .. TextLine.Of(page.Segments).Select(line => line.Text)]),
        };
    }

    private static List<byte[]> PicturesIn(byte[] file)
    {
        var package = OfficePackage.Read(file);
        return [.. package.Names.Select(name => package[name]).Where(part => PictureCleaner.IsKnown(part))];
    }

    private static bool IsLegible(byte[] picture)
    {
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data);
        return codec is null || (Math.Max(codec.Info.Width, codec.Info.Height) >= LeastWidth && Math.Min(codec.Info.Width, codec.Info.Height) >= LeastHeight);
    }

    private static int Number(Match row, string group) => int.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<page>\d+)\s+\d+\s+image\s+(?<wide>\d+)\s+(?<high>\d+)\s", RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Picture();
}
