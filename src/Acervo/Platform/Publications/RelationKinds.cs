namespace Acervo.Platform.Publications;

/// <summary>The ways of being kin that the modules registered, in that order.</summary>
public sealed class RelationKinds
{
    private readonly Dictionary<string, RelationKind> byName = new(StringComparer.Ordinal);

    public IReadOnlyCollection<RelationKind> All => byName.Values;

    /// <summary>Two modules may say the same; what one of them calls otherwise is a fault of the program.</summary>
    public void Add(RelationKind kind)
    {
        if (!byName.TryAdd(kind.Name, kind) && byName[kind.Name] != kind)
        {
            throw new InvalidOperationException($"The relation «{kind.Name}» was registered twice, with different words.");
        }
    }

    /// <summary>Null when the module that knows the word is off.</summary>
    public RelationKind? Find(string name) => byName.GetValueOrDefault(name);

    public RelationKind Of(string name) => Find(name) ?? throw new InvalidOperationException($"No module registered the relation «{name}».");
}
