using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Tests.Platform.Forms.Reading.Invented;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>Invented fichas in every layout of Word come back as they were written, straight and through a PDF.</summary>
public sealed class WordRoundTripTests
{
    /// <summary>Each is a ficha of its own; with <c>ACERVO_BARS=full</c>, as <c>bin/bench</c> runs it, thirty.</summary>
    private static readonly int Seeds = Environment.GetEnvironmentVariable("ACERVO_BARS") == "full" ? 30 : 10;

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
    public async Task A_Word_file_is_read_back_as_written(WordLayout layout) =>
        await Check(Seeds, 0.99, (seed, paper) => Task.FromResult(PrintedPapers.Word(layout, seed, paper)));

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
        Assert.SkipUnless(Office.IsInstalled, "LibreOffice is not installed.");
        await Check(PrintedPapers.Seeds, 0.98, (seed, paper) => PrintedPapers.PdfAsync(layout, seed, paper));
    }

    public static TheoryData<Paper> Papers => [.. PrintedPapers.Papers];

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task A_PDF_on_any_paper_and_in_any_type_is_read_back_as_written(Paper paper)
    {
        Assert.SkipUnless(Office.IsInstalled, "LibreOffice is not installed.");
        foreach (var layout in PrintedPapers.OnAnyPaper)
        {
            await Check(PrintedPapers.SeedsOnAnyPaper, 0.98, (seed, on) => PrintedPapers.PdfAsync(layout, seed, on), paper);
        }
    }

    [Fact]
    public async Task An_OpenDocument_is_read_back_as_written()
    {
        Assert.SkipUnless(Office.IsInstalled, "LibreOffice is not installed.");
        foreach (var layout in PrintedPapers.OnAnyPaper)
        {
            await Check(PrintedPapers.SeedsOnAnyPaper, 0.98, (seed, _) => PrintedPapers.OpenDocumentAsync(layout, seed));
        }
    }

    private static async Task Check(int seeds, double least, Func<int, Paper?, Task<byte[]>> print, Paper? paper = null)
    {
        var (fields, misses) = (0, new List<string>());
        for (var seed = PrintedPapers.First; seed < PrintedPapers.First + seeds; seed++)
        {
            var (ficha, style) = PrintedPapers.Invent(seed);
            fields += ficha.Form.Questions.Count() + 2;
            var document = await DocumentParser.ParseAsync(await print(seed, paper), cancel: TestContext.Current.CancellationToken);
            misses.AddRange(Comparison.Differences(ficha, FichaReader.Read(document)).Select(difference => $"{seed} {difference} [{style}]"));
        }

        Assert.True(misses.Count <= fields * (1 - least), $"{misses.Count} of {fields} fields differ:\n{string.Join('\n', misses.Take(40))}");
    }
}
