using Acervo.Platform.Files;

namespace Acervo.Platform.Publications;

/// <summary>What a module hands over to be made public. It may hold publishable facts only.</summary>
public sealed record PublicationDraft(string Kind, int Item, string Slug, string Title, string Summary)
{
    public required string Organisation { get; init; }

    /// <summary>Canonical JSON of the facts.</summary>
    public required string Body { get; init; }

    public required string Html { get; init; }

    public string Facts { get; init; } = "";

    public string Contents { get; init; } = "";

    public required string Plain { get; init; }

    public required IReadOnlyList<Facet> Facets { get; init; }

    public string ChangeNote { get; init; } = "";

    /// <summary>The item of the same kind that this one adapts; the other counts it as a reuse.</summary>
    public int? Adapts { get; init; }

    /// <summary>Cleaned copies, never originals.</summary>
    public IReadOnlyList<PublicFile> Files { get; init; } = [];
}

/// <summary>A file to be published under a name.</summary>
public sealed record PublicFile(string Name, FileContent Content);
