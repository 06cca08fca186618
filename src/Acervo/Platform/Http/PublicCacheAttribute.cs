namespace Acervo.Platform.Http;

/// <summary>
/// Marks a page or API function whose answer to GET is the same for every visitor: it is kept in memory until the next publication.
/// Only the named query parameters count (and, on request, the facets); any other is taken away before the page sees it.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicCacheAttribute(params string[] queries) : OpenAnswerAttribute
{
    public IReadOnlyList<string> Queries { get; } = queries;

    /// <summary>Whether the facets and ranges of every kind of publication are parameters too.</summary>
    public bool Facets { get; init; }
}
