using Acervo.Modules.Practices.Capture.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Tests.Platform.Forms.Reading.Invented;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>Invented fichas in every layout of Word come back as they were written, straight and through a PDF.</summary>
public sealed class WordRoundTripTests
{
    private const int Seeds = 30;

    [Theory]
    [InlineData(WordLayout.Paragraphs)]
    [InlineData(WordLayout.LineBreaks)]
    [InlineData(WordLayout.TwoColumns)]
    [InlineData(WordLayout.LabelRowOverAnswerRow)]
    [InlineData(WordLayout.SeveralLabelsOverAnswers)]
    [InlineData(WordLayout.ContentControls)]
    [InlineData(WordLayout.Headings)]
    [InlineData(WordLayout.Borderless)]
    [InlineData(WordLayout.NarrowCells)]
    [InlineData(WordLayout.TypedControls)]
    public async Task A_Word_file_is_read_back_as_written(WordLayout layout) => await Check(layout, Seeds, 0.99, file => Task.FromResult(file));

    [Theory]
    [InlineData(WordLayout.Paragraphs)]
    [InlineData(WordLayout.LineBreaks)]
    [InlineData(WordLayout.TwoColumns)]
    [InlineData(WordLayout.LabelRowOverAnswerRow)]
    [InlineData(WordLayout.SeveralLabelsOverAnswers)]
    [InlineData(WordLayout.Borderless)]
    [InlineData(WordLayout.NarrowCells)]
    [InlineData(WordLayout.Headings)]
    [InlineData(WordLayout.TypedControls)]
    public async Task A_PDF_printed_from_Word_is_read_back_as_written(WordLayout layout)
    {
        if (!Office.IsInstalled)
        {
            Assert.Skip("LibreOffice is not installed.");
        }

        await Check(layout, 4, 0.98, Office.ToPdfAsync);
    }

    public static TheoryData<Paper> Papers => [new Paper("Liberation Serif", 20, 11906, 16838, 1134), new Paper("DejaVu Sans", 24), new Paper("Liberation Sans Narrow", 18, 12240, 20160, 720), new Paper("Liberation Mono", 20, 15840, 12240, 1000)];

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task A_PDF_on_any_paper_and_in_any_type_is_read_back_as_written(Paper paper)
    {
        Assert.SkipUnless(Office.IsInstalled, "LibreOffice is not installed.");
        await Check(WordLayout.Paragraphs, 2, 0.98, Office.ToPdfAsync, paper);
        await Check(WordLayout.TwoColumns, 2, 0.98, Office.ToPdfAsync, paper);
    }

    [Fact]
    public async Task An_OpenDocument_is_read_back_as_written()
    {
        Assert.SkipUnless(Office.IsInstalled, "LibreOffice is not installed.");
        await Check(WordLayout.TwoColumns, 2, 0.98, word => Office.ConvertAsync(word, "odt"));
        await Check(WordLayout.Paragraphs, 2, 0.98, word => Office.ConvertAsync(word, "odt"));
    }

    private static async Task Check(WordLayout layout, int seeds, double least, Func<byte[], Task<byte[]>> print, Paper? paper = null)
    {
        var (fields, misses) = (0, new List<string>());
        for (var seed = 500; seed < 500 + seeds; seed++)
        {
            var form = FormCatalogue.Default.Find("4202000-FT-1311", seed % 2 == 0 ? "01" : "02")!;
            var style = FichaStyle.Random(seed) with { SameLine = false };
            var ficha = new InventedFicha(form, seed);
            fields += form.Questions.Count() + 2;
            var document = await DocumentParser.ParseAsync(await print(WordFicha.Write(ficha, style, layout, paper)), cancel: TestContext.Current.CancellationToken);
            misses.AddRange(Comparison.Differences(ficha, FichaReader.Read(document)).Select(difference => $"{seed} {difference} [{style}]"));
        }

        Assert.True(misses.Count <= fields * (1 - least), $"{misses.Count} of {fields} fields differ:\n{string.Join('\n', misses.Take(40))}");
    }
}
