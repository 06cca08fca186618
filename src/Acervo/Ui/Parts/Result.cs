using Microsoft.AspNetCore.Html;

namespace Acervo.Ui.Parts;

/// <summary>One answer of a search: what it is, the passage that matched, and where it comes from.</summary>
public sealed record Result(string Href, string Title, string Kind, IHtmlContent Extract, IReadOnlyList<string> Meta, string Icon = "document");
