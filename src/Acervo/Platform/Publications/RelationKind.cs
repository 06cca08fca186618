namespace Acervo.Platform.Publications;

/// <summary>A way in which publications are kin, as a module registers it: what each of the two is called beside the other.</summary>
/// <param name="Name">Its name in the store and in the API, such as <c>adapts</c>.</param>
/// <param name="Inverse">The same seen from the other end, such as <c>adaptedBy</c>.</param>
/// <param name="Title">What a page writes above what it leads to, such as «Adapta».</param>
/// <param name="InverseTitle">What the other page writes above what leads to it, such as «Adaptada por».</param>
public sealed record RelationKind(string Name, string Inverse, string Title, string InverseTitle)
{
    /// <summary>The other page's title where what it shows is masculine, such as «Adaptado por»; null when it is the same.</summary>
    public string? InverseMasculine { get; init; }

    /// <summary>What one does and what several do, such as «adapta» and «adaptan»: the other page then counts them, «2 actas la adaptan».</summary>
    public (string One, string Several)? Verb { get; init; }

    /// <summary>Where the list of the other page stands in it, for addresses that people keep.</summary>
    public string Anchor { get; init; } = Inverse;

    /// <summary>Whether what it leads to was put to use again: it counts in the order by use.</summary>
    public bool IsReuse { get; init; }
}
