namespace Acervo.Ui.Parts;

/// <summary>The sections of a long page.</summary>
public sealed record Contents(IReadOnlyList<ContentsLine> Sections)
{
    /// <summary>On a narrow screen it is closed until somebody opens it.</summary>
    public bool IsFolded { get; init; }
}

/// <summary>A link to a section, and what waits in it.</summary>
public sealed record ContentsLine(string Text, string Href, string? Note = null);
