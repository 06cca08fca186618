namespace Acervo.Ui.Parts;

/// <summary>A list without rows: what it is, why it is empty, and the first act.</summary>
public sealed record EmptyState(string Icon, string Title, string Reason, MenuItem? Act = null);
