namespace Acervo.Modules.Practices.Capture.Start;

/// <summary>A document being read: who sent it, how far it is, and what came of it.</summary>
public sealed class DocumentReading
{
    public int Id { get; private set; }

    public required int PersonId { get; init; }

    /// <summary>What the person says it is: practice or lesson.</summary>
    public required string Kind { get; init; }

    public required string Sha256 { get; init; }

    public required string Name { get; init; }

    public ReadingState State { get; private set; }

    public int Page { get; private set; }

    public int Pages { get; private set; }

    /// <summary>Why it could not be read, in a sentence for the person.</summary>
    public string? Refusal { get; private set; }

    public int? PracticeId { get; private set; }

    public required DateTime AskedAt { get; init; }

    /// <summary>Last sign of life; a reading that falls silent is taken up again by any node.</summary>
    public required DateTime BeatAt { get; set; }

    public void Advance(int page, int pages, DateTime now) => (Page, Pages, BeatAt) = (page, pages, now);

    public void Finish(int practiceId) => (State, PracticeId) = (ReadingState.Done, practiceId);

    public void Refuse(string sentence) => (State, Refusal) = (ReadingState.Refused, sentence);
}

/// <summary>How far a document is.</summary>
public enum ReadingState
{
    Waiting,
    Running,
    Done,
    Refused,
}
