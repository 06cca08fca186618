namespace Acervo.Ui.Parts;

/// <summary>One way to narrow a search, with how many results each choice would leave.</summary>
public sealed record Facet(string Title, IReadOnlyList<FacetOption> Options, bool Open = true)
{
    /// <summary>How the address calls it; empty where its values are not chosen together.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where the page leads that shows it, as the name of a place in it.</summary>
    public string? Anchor { get; init; }

    /// <summary>To all of its values, or back to a few.</summary>
    public MenuItem? More { get; init; }

    /// <summary>To look for a value among many, or to write both ends of a range.</summary>
    public FacetForm? Form { get; init; }

    /// <summary>What is chosen of it and can be taken away.</summary>
    public IReadOnlyList<FacetOption> Chosen { get => field ?? [.. Options.Where(option => option.Chosen)]; init; }
}

/// <summary>A choice of a facet; its link adds it to the search, or takes it away when it is chosen.</summary>
public sealed record FacetOption(string Text, int Count, string Href, bool Chosen = false)
{
    /// <summary>How the address calls it.</summary>
    public string Value { get; init; } = "";
}

/// <summary>A small form beside the results: it asks the same search again, with what its boxes say.</summary>
/// <param name="Action">The page.</param>
/// <param name="Kept">What the search says already.</param>
/// <param name="Boxes">What is written here.</param>
/// <param name="Button">What the button says.</param>
public sealed record FacetForm(string Action, IReadOnlyList<(string Name, string Value)> Kept, IReadOnlyList<FacetBox> Boxes, string Button)
{
    /// <summary>Its boxes are part of the form by which several filters are applied together, where there is one.</summary>
    public bool IsShared { get; init; }

    /// <summary>Says how to mend what was written.</summary>
    public string? Error { get; init; }

    /// <summary>What must be known before writing.</summary>
    public string? Note { get; init; }
}

/// <summary>A box of a small form.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Label">What people read.</param>
/// <param name="Value">What it says.</param>
/// <param name="Type">As HTML calls it: <c>search</c>, <c>date</c>, <c>text</c>.</param>
public sealed record FacetBox(string Name, string Label, string Value, string Type);
