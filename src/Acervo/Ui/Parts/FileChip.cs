namespace Acervo.Ui.Parts;

/// <summary>A file one may download, with what one wants to know before: type, size, and the hash that proves it.</summary>
public sealed record FileChip(string Href, string Name, string Type, long Bytes, string? Sha256 = null);
