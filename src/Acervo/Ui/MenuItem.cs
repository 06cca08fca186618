namespace Acervo.Ui;

/// <summary>A link of a menu, with how much waits behind it.</summary>
public sealed record MenuItem(string Text, string Href, int? Count = null, string? Group = null);
