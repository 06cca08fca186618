using Acervo.Platform.Documents;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>What nobody sees in a Word file is read into nothing and told; what is seen is read.</summary>
public sealed class WordSightTests
{
    public static TheoryData<string> Ways => [.. WaysOfLetters.All.Keys, .. WaysOfPlaces.All.Keys, .. LateWays.All.Keys, .. CoveredWays.All.Keys];

    public static TheoryData<string> Seen => [.. ShownLetters.All.Keys, .. CoveredWays.Seen.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_word_that_nobody_sees_is_told_and_not_read(string way)
    {
        var document = await ReadAsync(WaysOfLetters.All.GetValueOrDefault(way) ?? WaysOfPlaces.All.GetValueOrDefault(way)
            ?? LateWays.All.GetValueOrDefault(way) ?? CoveredWays.All[way]);
        var text = Text(document);

        Assert.DoesNotContain(SightPaper.Secret, text, StringComparison.Ordinal);
        Assert.Contains(document.Hidden?.Passages ?? [], passage => passage.Text.Contains(SightPaper.Secret, StringComparison.Ordinal));
        Assert.Equal(1, document.Hidden!.Words);
    }

    [Theory]
    [MemberData(nameof(Seen))]
    public async Task A_word_that_is_seen_is_read(string look)
    {
        var document = await ReadAsync(ShownLetters.All.GetValueOrDefault(look) ?? CoveredWays.Seen[look]);

        Assert.Contains(SightPaper.Shown, Text(document), StringComparison.Ordinal);
        Assert.Null(document.Hidden);
    }

    private static string Text(DocumentText document) => string.Join('\n', [.. DocumentLines.Of(document.Blocks), .. document.Margins]);

    // A file without any text is refused, so each begins with a line that says nothing else.
    private static Task<DocumentText> ReadAsync(SightPaper paper) =>
        DocumentParser.ParseAsync((paper with
        {
            Body = "<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/><w:color "
            + "w:val=\"808080\"/></w:rPr><w:t>Comienzo</w:t></w:r></w:p>" + paper.Body
        }).Write(), cancel: TestContext.Current.CancellationToken);
}
