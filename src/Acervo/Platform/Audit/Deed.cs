namespace Acervo.Platform.Audit;

/// <summary>One thing that a person did. Details are ids, states and reasons, never personal data.</summary>
/// <param name="Verb">What happened, such as <c>dossier.submitted</c>.</param>
/// <param name="Subject">To what, such as <c>dossier/12</c>.</param>
/// <param name="PersonId">Who did it; null when the system did.</param>
/// <param name="Detail">More, one line.</param>
public sealed record Deed(string Verb, string Subject, int? PersonId, string Detail = "")
{
    /// <summary>What one deed did to many things, such as the rows of an import: one line of the trail that opens.</summary>
    public IReadOnlyList<DeedRow> Rows { get; init; } = [];
}
