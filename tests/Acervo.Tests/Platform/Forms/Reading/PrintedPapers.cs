using System.Collections.Concurrent;
using Acervo.Platform.Forms;
using Acervo.Tests.Platform.Forms.Reading.Invented;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>The invented fichas that are printed, all by one start of LibreOffice: starting it takes longer than printing them.</summary>
internal static class PrintedPapers
{
    public const int First = 500;
    public const int Seeds = 4;
    public const int SeedsOnAnyPaper = 2;

    public static readonly WordLayout[] OnAnyPaper = [WordLayout.Paragraphs, WordLayout.TwoColumns];
    public static readonly Paper[] Papers = [new Paper("Liberation Serif", 20, 11906, 16838, 1134), new Paper("DejaVu Sans", 24),
        new Paper("Liberation Sans Narrow", 18, 12240, 20160, 720), new Paper("Liberation Mono", 20, 15840, 12240, 1000)];
    public static readonly InventedFicha Scanned = new(FormCatalogue.Default.Find("4202000-FT-1311", "02")!, 612);

    private const string ScannedName = "escaneada";

    private static readonly WordLayout[] Printed =
    [
        WordLayout.Paragraphs, WordLayout.LineBreaks, WordLayout.TwoColumns, WordLayout.LabelRowOverAnswerRow, WordLayout.SeveralLabelsOverAnswers,
        WordLayout.Borderless,
        WordLayout.NarrowCells, WordLayout.Headings, WordLayout.TypedControls,
    ];

    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, byte[]>>>> Converted = new(StringComparer.Ordinal);

    public static (InventedFicha Ficha, FichaStyle Style) Invent(int seed) =>
        (new InventedFicha(FormCatalogue.Default.Find("4202000-FT-1311", seed % 2 == 0 ? "01" : "02")!, seed),
        FichaStyle.Random(seed) with { SameLine = false });

    public static byte[] Word(WordLayout layout, int seed, Paper? paper = null)
    {
        var (ficha, style) = Invent(seed);
        return WordFicha.Write(ficha, style, layout, paper);
    }

    public static async Task<byte[]> PdfAsync(WordLayout layout, int seed, Paper? paper) => (await AllAsync("pdf", Pdfs))[Name(layout, seed, paper)];

    public static async Task<byte[]> ScannedPdfAsync() => (await AllAsync("pdf", Pdfs))[ScannedName];

    public static async Task<byte[]> OpenDocumentAsync(WordLayout layout, int seed) => (await AllAsync("odt", OpenDocuments))[Name(layout, seed, null)];

    private static Task<IReadOnlyDictionary<string, byte[]>> AllAsync(string format, Func<Dictionary<string, byte[]>> words) =>
        Converted.GetOrAdd(format, kind => new Lazy<Task<IReadOnlyDictionary<string, byte[]>>>(() => Office.ConvertAsync(words(), kind))).Value;

    private static Dictionary<string, byte[]> Pdfs()
    {
        var words = Named(Printed, Seeds, [null]);
        foreach (var (name, word) in Named(OnAnyPaper, SeedsOnAnyPaper, Papers))
        {
            words[name] = word;
        }

        words[ScannedName] = WordFicha.Write(Scanned, new FichaStyle { Version = true }, WordLayout.Paragraphs, new Paper(Letters: 22));
        return words;
    }

    private static Dictionary<string, byte[]> OpenDocuments() => Named(OnAnyPaper, SeedsOnAnyPaper, [null]);

    private static Dictionary<string, byte[]> Named(WordLayout[] layouts, int seeds, Paper?[] papers) =>
        (from layout in layouts from seed in Enumerable.Range(First, seeds) from paper in papers select (layout, seed, paper))
            .ToDictionary(each => Name(each.layout, each.seed, each.paper), each => Word(each.layout, each.seed, each.paper), StringComparer.Ordinal);

    private static string Name(WordLayout layout, int seed, Paper? paper) => $"{layout}-{seed}-{Array.IndexOf(Papers, paper)}";
}
