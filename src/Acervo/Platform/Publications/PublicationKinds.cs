namespace Acervo.Platform.Publications;

/// <summary>The kinds of publication that the modules register: how they are called, where they live, by what they are found.</summary>
public sealed class PublicationKinds
{
    private readonly List<PublicationKind> all = [];
    private readonly Dictionary<string, PublicationKind> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);
    private readonly List<RangeTitle> ranges = [];

    public IReadOnlyList<PublicationKind> All => all;

    /// <summary>The facets of all kinds, in the order in which the modules named them.</summary>
    public IEnumerable<string> FacetGroups => titles.Keys;

    /// <summary>The ranges of all kinds; the place of one is its number wherever figures are kept.</summary>
    public IReadOnlyList<RangeTitle> Ranges => ranges;

    public void Add(PublicationKind kind)
    {
        byName.Add(kind.Kind, kind);
        all.Add(kind);
        foreach (var facet in kind.Facets)
        {
            titles.TryAdd(facet.Group, facet.Title);
        }

        ranges.AddRange(kind.Ranges.Where(range => RangeNumber(range.Group) < 0));
    }

    public PublicationKind? Find(string kind) => byName.GetValueOrDefault(kind);

    /// <exception cref="NotFoundException">The module of this kind is switched off.</exception>
    public PublicationKind Of(string kind) => Find(kind) ?? throw new NotFoundException($"kind {kind}");

    public bool IsFacet(string group) => titles.ContainsKey(group);

    /// <summary>The number of a range; -1 when no kind has it.</summary>
    public int RangeNumber(string group) => ranges.FindIndex(range => range.Group == group);

    /// <summary>Whether lists, feeds and downloads of some kind are narrowed by a parameter of this name.</summary>
    public bool Narrows(string parameter) => IsFacet(parameter) || ranges.Exists(range => range.From == parameter || range.To == parameter);

    public string TitleOf(string group) => titles.GetValueOrDefault(group, group);

    public string Href(string kind, string slug) => Of(kind).Href(slug);

    /// <summary>The page of something named as <c>kind/slug</c>; null when nothing is named, or its module is off.</summary>
    public string? HrefOf(string? named) => named?.Split('/') is [var kind, var slug] ? Find(kind)?.Href(slug) : null;
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

    /// <summary>The facets that its publications may carry; every kind has that of whether they are put to use.</summary>
    public IReadOnlyList<FacetTitle> Facets
    {
        get => [.. field, FacetTitle.InUse];
        init;
    }
    = [];

    /// <summary>What is said of a publication of this kind that is not put to use any more.</summary>
    public string LapsedWords { get; init; } = EndingWords.Lapsed;

    /// <summary>By which it is found whether one is in use at a moment; null of what nobody is asked about.</summary>
    public Facet? UseOf(LifeSign life, DateTime now) => life.At(now) is var state && state.Code() is { } code
        ? new Facet(FacetTitle.InUse.Group, code, state switch
        {
            LifeState.InUse => LifeWords.InUse,
            LifeState.Doubted => LifeWords.Doubted,
            _ => LapsedWords,
        })
        : null;

    /// <summary>What one carries, and whether it is in use.</summary>
    public IReadOnlyList<Facet> FacetsOf(IReadOnlyList<Facet> carried, LifeSign life, DateTime now) =>
        UseOf(life, now) is { } use ? [.. carried, use] : carried;

    /// <summary>By what its publications are narrowed between two ends.</summary>
    public IReadOnlyList<RangeTitle> Ranges
    {
        get => IsTimed ? [RangeTitle.Closing, RangeTitle.Opening, .. field] : field;
        init;
    }
    = [];

    /// <summary>Whether what it offers opens and closes: then that can be ordered and narrowed by, and has columns in open data.</summary>
    public bool IsTimed { get; init; }

    /// <summary>Whether other publications put its publications to use again, in a way that counts: then they can be ordered by it.</summary>
    public bool IsReused { get; init; }

    /// <summary>Whether its texts are in several languages: then open data says in which.</summary>
    public bool IsMultilingual { get; init; }

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
public sealed record FacetTitle(string Group, string Title)
{
    /// <summary>Whether it is put to use still.</summary>
    public static readonly FacetTitle InUse = new("vigencia", "Uso");

    /// <summary>The question whose answer is the value, where it is a reference, a choice or a yes or no; null where the rules of the kind say it.</summary>
    public string? Answer { get; init; }
}
