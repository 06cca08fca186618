namespace Acervo.Platform.Audit;

/// <summary>An entity whose changes of state leave a row in the audit trail.</summary>
public interface IAudited
{
    Deeds Deeds { get; }
}

/// <summary>What has been done to an entity and is not yet written to the audit trail.</summary>
public sealed class Deeds
{
    private readonly List<Func<Deed>> done = [];

    public bool Any => done.Count > 0;

    /// <summary>Adds a deed. It is written down after the save, when a new entity already has its number.</summary>
    public void Add(Func<Deed> deed) => done.Add(deed);

    /// <summary>Hands over the deeds once.</summary>
    public IReadOnlyList<Deed> Take()
    {
        var taken = done.ConvertAll(deed => deed());
        done.Clear();
        return taken;
    }
}

/// <summary>One thing that a person did. Details are ids, states and reasons, never personal data.</summary>
/// <param name="Verb">What happened, such as <c>practice.submitted</c>.</param>
/// <param name="Subject">To what, such as <c>practice/12</c>.</param>
/// <param name="PersonId">Who did it; null when the system did.</param>
/// <param name="Detail">More, one line.</param>
public sealed record Deed(string Verb, string Subject, int? PersonId, string Detail = "");
