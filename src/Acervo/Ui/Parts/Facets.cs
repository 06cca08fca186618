namespace Acervo.Ui.Parts;

/// <summary>The column beside the results; the last link takes every filter away.</summary>
public sealed record Facets(IReadOnlyList<Facet> All, string? ClearHref)
{
    /// <summary>Whether somebody is looking at all values of one: on a telephone the column then stands open in the page.</summary>
    public bool IsOpened { get; init; }

    public IEnumerable<(Facet Facet, FacetOption Option)> Chosen => All.SelectMany(facet => facet.Chosen.Select(option => (facet, option)));
}
