namespace Acervo.Platform.Publications;

/// <summary>The kinds of publication that the modules register: how they are called, where they live, by what they are found.</summary>
public sealed class PublicationKinds
{
    private readonly List<PublicationKind> all = [];
    private readonly Dictionary<string, PublicationKind> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);

    public IReadOnlyList<PublicationKind> All => all;

    /// <summary>The facets of all kinds, in the order in which the modules named them.</summary>
    public IEnumerable<string> FacetGroups => titles.Keys;

    public void Add(PublicationKind kind)
    {
        byName.Add(kind.Kind, kind);
        all.Add(kind);
        foreach (var facet in kind.Facets)
        {
            titles.TryAdd(facet.Group, facet.Title);
        }
    }

    public PublicationKind? Find(string kind) => byName.GetValueOrDefault(kind);

    /// <exception cref="NotFoundException">The module of this kind is switched off.</exception>
    public PublicationKind Of(string kind) => Find(kind) ?? throw new NotFoundException($"kind {kind}");

    public bool IsFacet(string group) => titles.ContainsKey(group);

    public string TitleOf(string group) => titles.GetValueOrDefault(group, group);

    public string Href(string kind, string slug) => Of(kind).Href(slug);
}

/// <summary>A kind of thing that a module publishes: one record gives it addresses, feeds, API, sitemap and open data.</summary>
/// <param name="Kind">Its name in the store and in the API, such as <c>practice</c>.</param>
/// <param name="Singular">Such as «Buena práctica».</param>
/// <param name="Plural">Such as «Buenas prácticas».</param>
/// <param name="Route">Where its list lives, such as <c>/practicas</c>; an item is at <c>/practicas/{slug}</c>.</param>
public sealed record PublicationKind(string Kind, string Singular, string Plural, string Route)
{
    /// <summary>The kind of the official form whose public answers are the columns of its open data; null when there is none.</summary>
    public string? FormKind { get; init; }

    /// <summary>The facets that its publications may carry.</summary>
    public IReadOnlyList<FacetTitle> Facets { get; init; } = [];

    /// <summary>Under the heading of its list: what it is to whoever looks for one.</summary>
    public string Lead { get; init; } = "";

    /// <summary>«la oferta», not «el acuerdo».</summary>
    public bool IsFeminine { get; init; } = true;

    /// <summary>Such as «esta buena práctica».</summary>
    public string This => $"{(IsFeminine ? "esta" : "este")} {Singular.ToLowerInvariant()}";

    /// <summary>What it is in the vocabulary of schema.org.</summary>
    public string SchemaType { get; init; } = "Article";

    /// <summary>The name of its files of open data: <c>practicas</c>.</summary>
    public string FileName => Route.TrimStart('/');

    public string Href(string slug) => $"{Route}/{slug}";
}

/// <summary>The name in an address of a way to narrow down, and what people read above its values.</summary>
public sealed record FacetTitle(string Group, string Title);
