using Acervo.Platform.Publications;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Html;

namespace Acervo.Platform.Search.Listing;

/// <summary>A search and its answer as the page shows them; lists of one kind and the search of the whole site share it.</summary>
public sealed record ResultList(SearchAddress Address, SearchResult Answer, PublicationKinds Kinds, DateTime Now)
{
    public string Text => Address.Request.Text;

    /// <summary>What the spelling that is offered finds, where the typed one finds nothing.</summary>
    public ResultList? Offered => Answer.Offered is { } offered ? this with { Answer = offered } : null;

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
        [.. CoverageOf(hit), .. hit.Life.Words(Kinds.Of(hit.Kind), Now) is { } life ? [life] : Array.Empty<string>(), hit.Organisation,
            DatedOf(hit), .. hit.Span.At(Now) is { } span ? [span] : Array.Empty<string>(),
            .. Address.Request.Sort == SearchSort.MostReused && hit.Reuse > 0 ? [$"Reutilizaciones: {Spanish.Number(hit.Reuse)}"]
                : Array.Empty<string>()]));

    /// <summary>By its own version: what was amended yesterday is not as old as its first day.</summary>
    private string DatedOf(SearchHit hit) =>
        $"{(hit.Version > 1 ? "Actualizad" : "Publicad")}{(Kinds.Of(hit.Kind).IsFeminine ? "a" : "o")} el {Spanish.Day(hit.PublishedAt)}";

    /// <summary>What the window is called: the words and the filters, then the page.</summary>
    public string TitleOf(string page) => string.Join(" · ",
    [
        .. Text.Length > 0 ? [$"«{Text}»"] : Array.Empty<string>(),
        .. Facets.Chosen.Select(one => $"{one.Facet.Title}: {one.Option.Text}"),
        .. Address.Request.Page > 1 ? [$"página {Address.Request.Page}"] : Array.Empty<string>(),
        page,
    ]);

    /// <summary>A page after the last one, which an old link or a typed address may ask for.</summary>
    public EmptyState? PastEnd => Answer.Total == 0 || Address.Request.Page <= Answer.Pages ? null
        : new("search", $"No hay página {Spanish.Number(Address.Request.Page)}", $"Estos resultados terminan en la página {Spanish.Number(Answer.Pages)}.",
            new MenuItem("Ir a la última página", Address.OnPage(Answer.Pages)));

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

    /// <summary>How much of the question a result answers, where it is not all of it.</summary>
    private static string[] CoverageOf(SearchHit hit) => hit.Coverage is { IsWhole: false, Of: > 1 } part
        ? [$"Contiene {part.Of - part.Missing.Count} de {part.Of} palabras, sin {string.Join(", ", part.Missing.Select(word => $"«{word}»"))}"] : [];

    private MenuItem WithoutFilters => new("Quitar filtros", Address.Clear);
}
