namespace Acervo.Ui.Parts;

/// <summary>The sections of a reading page.</summary>
public sealed record Contents(IReadOnlyList<MenuItem> Sections);
