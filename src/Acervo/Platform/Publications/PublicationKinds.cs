namespace Acervo.Platform.Publications;

/// <summary>The kinds of publication that the modules register: how they are called and where they live.</summary>
public sealed class PublicationKinds
{
    private readonly Dictionary<string, PublicationKind> kinds = [];

    public IReadOnlyCollection<PublicationKind> All => kinds.Values;

    public void Add(PublicationKind kind) => kinds.Add(kind.Kind, kind);

    public PublicationKind Of(string kind) => kinds.GetValueOrDefault(kind) ?? throw new NotFoundException($"kind {kind}");

    public string Href(string kind, string slug) => $"{Of(kind).Route}/{slug}";
}

/// <summary>A kind of publication.</summary>
/// <param name="Kind">Its name in the store, such as <c>practice</c>.</param>
/// <param name="Singular">Such as «Buena práctica».</param>
/// <param name="Plural">Such as «Buenas prácticas».</param>
/// <param name="Route">Where its list lives, such as <c>/practicas</c>.</param>
public sealed record PublicationKind(string Kind, string Singular, string Plural, string Route);
