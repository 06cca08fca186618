namespace Acervo.Platform.OpenData;

/// <summary>A kind of thing that a module publishes: one record gives it addresses, feeds, API, sitemap and open data.</summary>
/// <param name="Kind">Its name in the store and in the API, such as <c>practice</c>.</param>
/// <param name="Singular">Its name in Spanish, such as <c>Buena práctica</c>.</param>
/// <param name="Plural">More than one of them.</param>
/// <param name="Route">Where its list is, such as <c>/practicas</c>; an item is at <c>/practicas/{slug}</c>.</param>
public sealed record PublicationKind(string Kind, string Singular, string Plural, string Route)
{
    /// <summary>The kind of the official form whose public answers are the columns of its open data; null when there is none.</summary>
    public string? FormKind { get; init; }

    /// <summary>The facets that its publications may carry.</summary>
    public IReadOnlyList<FacetTitle> Facets { get; init; } = [];

    /// <summary>What it is in the vocabulary of schema.org.</summary>
    public string SchemaType { get; init; } = "Article";

    /// <summary>The name of its files of open data: <c>practicas</c>.</summary>
    public string FileName => Route.TrimStart('/');

    public string Href(string slug) => $"{Route}/{slug}";
}

/// <summary>The name in an address of a way to narrow down, and what people read above its values.</summary>
public sealed record FacetTitle(string Group, string Title);
