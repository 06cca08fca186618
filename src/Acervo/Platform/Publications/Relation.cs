namespace Acervo.Platform.Publications;

/// <summary>What a publication says of another: that it adapts it, changes it, cites it.</summary>
/// <param name="Name">The name of a <see cref="RelationKind"/>.</param>
/// <param name="ToKind">The kind of what it leads to.</param>
/// <param name="ToItem">Which one; it need not be published yet, and may have been withdrawn.</param>
public sealed record Relation(string Name, string ToKind, int ToItem)
{
    /// <summary>In what, or how far; for the page.</summary>
    public string Note { get; init; } = "";

    /// <summary>Since when it holds, where that is not the day of publication.</summary>
    public DateOnly? Since { get; init; }
}
