using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Layout;
using Acervo.Platform.Documents.Pdf;
using Acervo.Platform.Documents.Pdf.Sight;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>Words of honest files look like what they say, so that nobody waits for their pictures to be recognised.</summary>
public sealed class HonestPdfTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(TestCluster.Repository, "samples", "documentos"), "*.pdf"),
        .. Shared("001-micrositio.pdf", "003-boletin.pdf", "ficha-variants/h-impreso-desde-chrome.pdf", "ficha-variants/g-marca-de-agua.pdf",
        "dialogues/g-red-enlaces.pdf")];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task No_word_of_an_honest_file_is_doubted(string file)
    {
        Assert.SkipUnless(File.Exists(file), "The fixtures beside the repository are not here.");
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new WorkFolder();
        var faces = await LetterFaces.DrawAsync(folder, cancel);
        var drawn = PageBitmap.ReadAll(await ExternalTool.RunAsync("pdftoppm", ["-gray", "-r", "100", "-aa", "no", "-aaVector", "no", file], Limit, cancel),
            PdfSight.Resolution);
        var words = PdfWord.Read(await ExternalTool.RunAsync("pdftotext", ["-bbox", file, "-"], Limit, cancel));
        var pages = PdfXml.Read(await ExternalTool.RunAsync("pdftohtml", ["-xml", "-i", "-nodrm", "-stdout", file], Limit, cancel));

        var doubts = pages.Select((page, at) => WordDoubts.Of(new PdfPieces(page, words[at], []), drawn[at], faces)).ToList();

        Assert.True(doubts.Sum(page => page.Compared) > 100);
        Assert.Empty(doubts.SelectMany(page => page.Doubtful.Select(piece => piece.Word.Text)));
    }

    private static IEnumerable<string> Shared(params string[] names) =>
        names.Select(name => Path.Combine(TestCluster.Repository, "..", "shared", "fixtures", name));
}
