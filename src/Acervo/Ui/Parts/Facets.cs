namespace Acervo.Ui.Parts;

/// <summary>The column beside the results; the last link takes every filter away.</summary>
public sealed record Facets(IReadOnlyList<Facet> All, string? ClearHref)
{
    /// <summary>Whether somebody is looking at all values of one: on a telephone the column then stands open in the page.</summary>
    public bool IsOpened { get; init; }

    /// <summary>On a telephone several are chosen and applied together: where that leads, and what the search says besides.</summary>
    public FacetForm? Together { get; init; }

    /// <summary>What is chosen and has no box in the column.</summary>
    public IEnumerable<(Facet Facet, FacetOption Option)> Unseen => Chosen.Where(one => one.Facet.Name.Length > 0 && !one.Facet.Options.Contains(one.Option));

    public IEnumerable<(Facet Facet, FacetOption Option)> Chosen => All.SelectMany(facet => facet.Chosen.Select(option => (facet, option)));
}
