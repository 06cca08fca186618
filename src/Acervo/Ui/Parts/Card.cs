namespace Acervo.Ui.Parts;

/// <summary>One thing among others, in a grid: where it leads and the least one must know to choose it.</summary>
public sealed record Card(string Href, string Title, string Kicker, string Summary, IReadOnlyList<string> Meta);
