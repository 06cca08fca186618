using Acervo.Platform.Publications;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Html;

namespace Acervo.Platform.Search.Listing;

/// <summary>A search and its answer as the page shows them; lists of one kind and the search of the whole site share it.</summary>
public sealed record ResultList(SearchAddress Address, SearchResult Answer, PublicationKinds Kinds, DateTime Now)
{
    public string Text => Address.Request.Text;

    public Facets Facets => new FacetColumn(Address, Answer, Kinds).Show();

    /// <summary>The orders to choose from, with their words.</summary>
    public IEnumerable<(SearchSort Sort, string Name, string Words)> Sorts =>
    [
        .. Text.Length > 0 ? [(SearchSort.Relevance, "", "Más pertinentes")] : Array.Empty<(SearchSort, string, string)>(),
        .. Address.Sorts.Select(sort => (sort, SearchAddress.NameOf(sort), sort switch
        {
            SearchSort.MostReused => "Mayor reutilización",
            SearchSort.ClosingSoon => "Próximo cierre",
            _ => "Más recientes",
        })),
    ];

    public IEnumerable<Result> Rows => Answer.Hits.Select(hit => new Result(
        Kinds.Href(hit.Kind, hit.Slug),
        hit.Title,
        Kinds.Of(hit.Kind).Singular,
        new HtmlString(Spanish.Whole(hit.ExtractHtml)),
        [hit.Organisation, $"Publicada el {Spanish.Day(hit.FirstAt)}", .. hit.Span.At(Now) is { } span ? [span] : Array.Empty<string>(),
            .. Address.Request.Sort == SearchSort.MostReused && hit.Reuse > 0 ? [$"Reutilizaciones: {Spanish.Number(hit.Reuse)}"]
                : Array.Empty<string>()]));

    public Pages Pages => new(Address.Request.Page, Answer.Pages, Address.OnPage);

    public string Count => Spanish.Count(Answer.Total, "resultado", "resultados");

    /// <summary>What to say when there is nothing, and the way on.</summary>
    public EmptyState Empty => (Text.Length > 0, Address.IsNarrowed) switch
    {
        (true, true) => new("search", "No encontramos nada con esas palabras", "Pruebe con menos palabras, con un sinónimo, o quite algún filtro.",
            WithoutFilters),
        (true, false) => new("search", "No encontramos nada con esas palabras", "Pruebe con menos palabras o con un sinónimo."),
        (false, true) => new("filter", "Nada tiene todos esos filtros", "Quite alguno para ver más.", WithoutFilters),
        _ => new("document", "Todavía no hay nada publicado", "Lo que se apruebe y publique se verá aquí."),
    };

    private MenuItem WithoutFilters => new("Quitar filtros", Address.Clear);
}
