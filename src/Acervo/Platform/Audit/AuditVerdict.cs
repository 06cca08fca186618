namespace Acervo.Platform.Audit;

/// <summary>The outcome of a verification: the last row reached or the first that is wrong, and a Spanish sentence for each fault.</summary>
public sealed record AuditVerdict(bool Intact, long LastSeq, string Sentence)
{
    public IReadOnlyList<string> Faults { get; init; } = [];

    public static AuditVerdict Broken(long seq, IReadOnlyList<string> faults) => new(
        false, seq, faults.Count == 1 ? faults[0] : $"{faults[0]} Y {(faults.Count == 2 ? "una falla" : $"{faults.Count - 1} fallas")} más.")
    {
        Faults = faults,
    };
}
