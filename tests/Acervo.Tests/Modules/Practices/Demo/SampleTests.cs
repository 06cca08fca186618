using Acervo.Modules.Practices.Demo;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Sandbox;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Writing;

namespace Acervo.Tests.Modules.Practices.Demo;

/// <summary>Every sample document says what its readable source says, and the reader reads it back.</summary>
public sealed class SampleTests
{
    private const string Rehearsal = "14-para-ensayar-buzon-de-ideas.docx";

    public static TheoryData<string> Documents => [.. SampleShelf.Fichas().Select(sample => sample.Document).Where(name => name != Rehearsal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_sample_document_is_read_back_as_it_was_written(string document)
    {
        var sample = Sample(document);
        var read = await ReadAsync(document);
        Assert.Equal((sample.Format, sample.Version, sample.FilledOn), (read.Form.Code, read.Form.Version, read.FilledOn!.Value));
        var differing = read.Form.Questions.Where(question => Said(sample.Answers, question) != Said(read.Answers, question))
            .Select(question => $"{question.Key}\n  wrote: {Said(sample.Answers, question)}\n  read:  {Said(read.Answers, question)}").ToList();
        Assert.True(differing.Count == 0, string.Join('\n', differing));
    }

    [Fact]
    public async Task The_document_to_rehearse_with_makes_the_reader_speak()
    {
        var read = await ReadAsync(Rehearsal);
        var codes = FichaRemarks.Of(read, new RemarkReference()).Select(remark => remark.Code).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "yes-no-unmarked", "phone-as-email", "mail-domain", "office-as-person", "policy-unknown", "start-contradicted",
            "figures-differ", "cut-text", "title-misspelt", "annex-not-attached" },
            codes);
        Assert.Null(read.Answers.YesNo("is_adaptation"));
    }

    [Fact]
    public void Word_documents_are_written_from_the_readable_source() => Assert.All(
        SampleShelf.Fichas().Where(sample => sample.Document.EndsWith(".docx", StringComparison.Ordinal)),
        sample => Assert.Equal(
            FormDocx.Write(FormCatalogue.Default.Find(sample.Format, sample.Version)!, sample.Answers, sample.FilledOn,
            new FormDocxOptions("Secretaría General de la Alcaldía Mayor de Bogotá D.C.")),
            SampleShelf.Document(sample.Document)));

    [Fact]
    public void There_are_samples_of_both_kinds_and_of_every_version()
    {
        var samples = SampleShelf.Fichas();
        Assert.Equal(FormCatalogue.Default.All.Select(form => (form.Code, form.Version)).ToHashSet(),
            samples.Select(sample => (sample.Format, sample.Version)).ToHashSet());
        Assert.Equal(2, samples.Count(sample => sample.Document.EndsWith(".pdf", StringComparison.Ordinal)));
    }

    private static SampleFicha Sample(string document) => SampleShelf.Fichas().Single(sample => sample.Document == document);

    private static async Task<FormReading> ReadAsync(string document)
    {
        using var reader = new DocumentReader(new WorkerLimits(), TimeProvider.System, keepOneReady: false);
        return FichaReader.Read(await reader.ReadAsync(SampleShelf.Document(document), cancel: TestContext.Current.CancellationToken));
    }

    private static string Said(FormAnswers answers, FormQuestion question) => question.Type == QuestionType.YesNo
        ? $"{answers.YesNo(question.Key)}"
        : answers.Text(question.Key) ?? "";
}
