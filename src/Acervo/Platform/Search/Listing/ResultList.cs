using Acervo.Platform.Publications;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Html;

namespace Acervo.Platform.Search.Listing;

/// <summary>A search and its answer as the page shows them; lists of one kind and the search of the whole site share it.</summary>
public sealed record ResultList(SearchAddress Address, SearchResult Answer, PublicationKinds Kinds, DateTime Now)
{
    public string Text => Address.Request.Text;

    public Facets Facets => new(
        [.. Kinds.FacetGroups
            .Select(group => (Title: Kinds.TitleOf(group), Options: OptionsOf(group)))
            .Where(group => group.Options.Count > 0)
            .Select((group, i) => new Ui.Parts.Facet(group.Title, group.Options, i < 4 || group.Options.Any(option => option.Chosen)))],
        Address.IsNarrowed ? Address.Clear : null);

    public IEnumerable<Result> Rows => Answer.Hits.Select(hit => new Result(
        Kinds.Href(hit.Kind, hit.Slug),
        hit.Title,
        Kinds.Of(hit.Kind).Singular,
        new HtmlString(Spanish.Whole(hit.ExtractHtml)),
        [hit.Organisation, $"Publicada el {Spanish.Day(hit.FirstAt)}", .. hit.Span.At(Now) is { } span ? [span] : Array.Empty<string>()]));

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

    /// <summary>The values of a group. One that the address names and nothing published has narrows too, so it must be seen to be taken away.</summary>
    private List<FacetOption> OptionsOf(string group)
    {
        var counted = Answer.Facets.FirstOrDefault(counts => counts.Group == group)?.Values ?? [];
        var unknown = Address.Request.Chosen.Where(chosen => chosen.Group == group && !counted.Any(value => value.Facet.Code == chosen.Code));
        return
        [
            .. unknown.Select(chosen => new FacetOption(chosen.Code, 0, Address.Without(group, chosen.Code), Chosen: true)),
            .. counted.Take(12).Select(Option),
        ];
    }

    private FacetOption Option(FacetCount value) => new(
        value.Facet.Label,
        value.Count,
        value.IsChosen ? Address.Without(value.Facet.Group, value.Facet.Code) : Address.With(value.Facet.Group, value.Facet.Code),
        value.IsChosen);
}
