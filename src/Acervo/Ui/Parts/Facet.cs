namespace Acervo.Ui.Parts;

/// <summary>One way to narrow a search, with how many results each choice would leave.</summary>
public sealed record Facet(string Title, IReadOnlyList<FacetOption> Options, bool Open = true);

/// <summary>A choice of a facet; its link adds it to the search, or takes it away when it is chosen.</summary>
public sealed record FacetOption(string Text, int Count, string Href, bool Chosen = false);
