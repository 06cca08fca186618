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

    /// <summary>What it says of other publications, in words that a module registered.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];

    /// <summary>From when on, and until when, what it offers can be used, UTC; null where it says nothing of the kind.</summary>
    public DateTime? OpensAt { get; init; }

    public DateTime? ClosesAt { get; init; }

    /// <summary>Of its text, as BCP 47 names it.</summary>
    public string Language { get; init; } = "es";

    /// <summary>When its authors are asked whether it is in use; null where nobody is.</summary>
    public NextLook? NextLook { get; init; }

    /// <summary>The person who reviewed it publishes it too, and its page says so.</summary>
    public bool IsByOne { get; init; }

    /// <summary>Cleaned copies, never originals.</summary>
    public IReadOnlyList<PublicFile> Files { get; init; } = [];
}

/// <summary>A file to be published under a name: one that is kept already, by its hash alone, or its bytes.</summary>
public sealed record PublicFile(string Name, string Sha256)
{
    public PublicFile(string name, FileContent content) : this(name, content.Sha256()) => Content = content;

    /// <summary>Null for a file that is kept: it goes from one schema to the other without coming here.</summary>
    public FileContent? Content { get; }
}
