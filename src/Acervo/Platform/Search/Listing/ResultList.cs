using Acervo.Platform.Publications;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Html;

namespace Acervo.Platform.Search.Listing;

/// <summary>A search and its answer as the page shows them; lists of one kind and the search of the whole site share it.</summary>
public sealed record ResultList(SearchAddress Address, SearchResult Answer, PublicationKinds Kinds)
{
    public string Text => Address.Request.Text;

    public Facets Facets => new(
        [.. Kinds.FacetGroups
            .Select(group => (Title: Kinds.TitleOf(group), Counts: Answer.Facets.FirstOrDefault(counts => counts.Group == group)))
            .Where(group => group.Counts is not null)
            .Select((group, i) => new Ui.Parts.Facet(group.Title, [.. group.Counts!.Values.Take(12).Select(Option)], i < 4 || group.Counts.Values.Any(value => value.IsChosen)))],
        Address.IsNarrowed ? Address.Clear : null);

    public IEnumerable<Result> Rows => Answer.Hits.Select(hit => new Result(
        Kinds.Href(hit.Kind, hit.Slug),
        hit.Title,
        Kinds.Of(hit.Kind).Singular,
        new HtmlString(Spanish.Whole(hit.ExtractHtml)),
        [hit.Organisation, $"Publicada el {Spanish.Day(hit.FirstAt)}"]));

    public Pages Pages => new(Address.Request.Page, Answer.Pages, Address.OnPage);

    public string Count => Spanish.Count(Answer.Total, "resultado", "resultados");

    private FacetOption Option(FacetCount value) => new(
        value.Facet.Label,
        value.Count,
        value.IsChosen ? Address.Without(value.Facet.Group, value.Facet.Code) : Address.With(value.Facet.Group, value.Facet.Code),
        value.IsChosen);
}
