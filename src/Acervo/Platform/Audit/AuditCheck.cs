using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Audit;

/// <summary>What a verification of the whole trail found, kept so that the administrators see the last one.</summary>
public sealed class AuditCheck
{
    public int Id { get; private set; }

    public required DateTime At { get; init; }

    public required bool Intact { get; init; }

    public required long LastSeq { get; init; }

    public required string Sentence { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<AuditCheck>().ToTable("audit_checks");
}
