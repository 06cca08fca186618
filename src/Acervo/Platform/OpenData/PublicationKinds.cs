using System.Collections.Frozen;

namespace Acervo.Platform.OpenData;

/// <summary>Every kind of publication that this installation has, as its modules said.</summary>
public sealed class PublicationKinds
{
    private readonly FrozenDictionary<string, PublicationKind> byKind;
    private readonly FrozenDictionary<string, string> titles;

    public PublicationKinds(IEnumerable<PublicationKind> all)
    {
        All = [.. all];
        byKind = All.ToFrozenDictionary(kind => kind.Kind, StringComparer.Ordinal);
        titles = All.SelectMany(kind => kind.Facets).DistinctBy(facet => facet.Group).ToFrozenDictionary(facet => facet.Group, facet => facet.Title, StringComparer.Ordinal);
    }

    public IReadOnlyList<PublicationKind> All { get; }

    public PublicationKind? Find(string kind) => byKind.GetValueOrDefault(kind);

    /// <exception cref="NotFoundException">The module of this kind is switched off.</exception>
    public PublicationKind Of(string kind) => Find(kind) ?? throw new NotFoundException($"kind {kind}");

    public bool IsFacet(string group) => titles.ContainsKey(group);

    public IEnumerable<string> FacetGroups => titles.Keys;

    public string TitleOf(string group) => titles.GetValueOrDefault(group, group);

    /// <summary>The address of a publication inside the site.</summary>
    public string Href(string kind, string slug) => Find(kind)?.Href(slug) ?? $"/buscar?q={slug}";
}
