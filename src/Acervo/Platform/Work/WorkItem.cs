using Acervo.Platform.Audit;

namespace Acervo.Platform.Work;

/// <summary>A long work that somebody asked for: what kind, how far it is and what came of it.</summary>
public sealed class WorkItem : IAudited
{
    public long Id { get; private set; }

    public required string Kind { get; init; }

    /// <summary>What it is called on the page of its asker.</summary>
    public required string Title { get; init; }

    /// <summary>Where what it makes is seen.</summary>
    public required string Href { get; init; }

    public required int PersonId { get; init; }

    public int? UnitId { get; init; }

    /// <summary>Nobody else sees it, not even who administers: its title says what only its asker knows.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>What its worker needs to know, as JSON.</summary>
    public required string Payload { get; init; }

    public WorkState State { get; private set; }

    public int Done { get; private set; }

    public int Total { get; init; }

    /// <summary>The last thing that was done and committed: whoever takes it up goes on after it.</summary>
    public long LastRow { get; private set; }

    public string? Refusal { get; private set; }

    public int Turn { get; private set; }

    public int Tries { get; private set; }

    public DateTime AskedAt { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public bool IsOpen => State is WorkState.Waiting or WorkState.Running;

    public Deeds Deeds { get; } = new();

    /// <summary>Stops it after the slice that is being done; what was done stays.</summary>
    public void Cancel(int by, DateTime now)
    {
        if (!IsOpen)
        {
            throw new RuleException("Este trabajo ya terminó: no hay qué detener.");
        }

        (State, EndedAt) = (WorkState.Cancelled, now);
        Deeds.Add(() => new Deed("work.cancelled", $"work/{Id}", by, Kind));
    }

    /// <summary>Lets it go on from where it stopped.</summary>
    public void Resume(int by)
    {
        if (State is not (WorkState.Cancelled or WorkState.Refused))
        {
            throw new RuleException("Este trabajo no está detenido: no hay qué reanudar.");
        }

        (State, EndedAt, Refusal, Tries) = (WorkState.Waiting, null, null, 0);
        Deeds.Add(() => new Deed("work.resumed", $"work/{Id}", by, Kind));
    }
}

/// <summary>How far a work is.</summary>
public enum WorkState
{
    Waiting,
    Running,
    Done,
    Refused,
    Cancelled,
}
