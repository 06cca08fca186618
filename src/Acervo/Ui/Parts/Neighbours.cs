namespace Acervo.Ui.Parts;

/// <summary>The way to the newer and to the older rows of a list that grows while it is read.</summary>
public sealed record Neighbours(string? NewerHref, string? OlderHref);
