namespace Acervo.Ui.Parts;

/// <summary>The proof that a publication is the one that was published: its version, its day and its SHA-256.</summary>
public sealed record Receipt(int Version, DateTime PublishedAt, string Sha256, string CheckHref);
