namespace Acervo.Platform.Editorial.Intake;

/// <summary>A document being read: who sent it, how far it is, and what came of it.</summary>
public sealed class DocumentReading
{
    public const string PastedName = "Texto pegado.txt";

    public int Id { get; private set; }

    public required int PersonId { get; init; }

    public required string Sha256 { get; init; }

    public required string Name { get; init; }

    public ReadingState State { get; private set; }

    public int Page { get; private set; }

    public int Pages { get; private set; }

    /// <summary>Why it could not be read, in a sentence for the person.</summary>
    public string? Refusal { get; private set; }

    public int? DossierId { get; private set; }

    /// <summary>How often a node began to read it. It also tells a reader who fell silent and woke up that another took over.</summary>
    public int Tries { get; private set; }

    public required DateTime AskedAt { get; init; }

    /// <summary>Last sign of life of whoever reads it; one that falls silent is taken up again by any node.</summary>
    public required DateTime BeatAt { get; init; }

    /// <summary>It is text that somebody pasted, which is nowhere else.</summary>
    public bool IsPasted => Name == PastedName;
}

/// <summary>How far a document is.</summary>
public enum ReadingState
{
    Waiting,
    Running,
    Done,
    Refused,
}
