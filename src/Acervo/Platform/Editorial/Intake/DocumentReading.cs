using Acervo.Platform.Work;

namespace Acervo.Platform.Editorial.Intake;

/// <summary>A document being read: who sent it, the work that reads it, and what came of it.</summary>
public sealed class DocumentReading
{
    public const string PastedName = "Texto pegado.txt";

    public int Id { get; private set; }

    public required int PersonId { get; init; }

    public required string Sha256 { get; init; }

    public required string Name { get; init; }

    public long? WorkId { get; private set; }

    /// <summary>How far it is; null until it is handed in.</summary>
    public WorkItem? Work { get; private set; }

    public int? DossierId { get; private set; }

    public required DateTime AskedAt { get; init; }

    /// <summary>It is text that somebody pasted, which is nowhere else.</summary>
    public bool IsPasted => Name == PastedName;

    public void HandTo(WorkItem work) => Work = work;

    public void Become(Dossier dossier) => DossierId = dossier.Id;
}
