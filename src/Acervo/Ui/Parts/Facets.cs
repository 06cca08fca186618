namespace Acervo.Ui.Parts;

/// <summary>The column beside the results; the last link takes every filter away.</summary>
public sealed record Facets(IReadOnlyList<Facet> All, string? ClearHref)
{
    public IEnumerable<(Facet Facet, FacetOption Option)> Chosen =>
        All.SelectMany(facet => facet.Options.Where(option => option.Chosen).Select(option => (facet, option)));
}
