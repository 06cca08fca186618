namespace Acervo.Platform.Audit;

/// <summary>What stands outside the database about the trail, of all nodes: to be read before the database is, so that it never speaks of later acts.</summary>
internal sealed record AuditEvidence(IReadOnlyList<AuditCheckpoint> Checkpoints, IReadOnlyList<AuditReceipt> Receipts)
{
    /// <exception cref="RuleException">A line does not carry our signature, or a named place is not there.</exception>
    public static AuditEvidence Read(AuditCheckpoints checkpoints, AuditReceipts? receipts, IEnumerable<string> nodes)
    {
        // Receipts first: those that are thrown away meanwhile have their checkpoint by then.
        List<AuditReceipt> kept = [.. receipts?.Read() ?? []];
        List<AuditCheckpoint> points = [.. checkpoints.Read()];
        foreach (var node in nodes)
        {
            if (!File.Exists(node) && !Directory.Exists(node))
            {
                throw new RuleException($"No existe {node}, donde deberían estar los puntos de control de otro servidor.");
            }

            kept.AddRange(receipts?.Read(node) ?? []);
            points.AddRange(checkpoints.Read(node));
        }

        return new AuditEvidence([.. points.OrderBy(point => point.Seq)], kept);
    }
}
