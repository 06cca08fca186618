namespace Acervo.Platform.Forms.Reading;

/// <summary>The labels of a form in a document.</summary>
/// <param name="Chain">One for each that was found.</param>
/// <param name="Repeats">Those that stand once more.</param>
internal sealed record FoundLabels(IReadOnlyList<LabelMatch> Chain, IReadOnlyList<LabelMatch> Repeats)
{
    /// <summary>In the order of the document: each ends the answer before it.</summary>
    public IReadOnlyList<LabelMatch> All => [.. Chain.Concat(Repeats).OrderBy(match => match.Line).ThenBy(match => match.Start)];
}
