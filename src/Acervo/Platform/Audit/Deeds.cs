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

    public bool Any => done.Count > 0 && !IsHeld;

    /// <summary>Whoever saves writes them down in another way.</summary>
    internal bool IsHeld { get; set; }

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
