using System.Runtime.InteropServices;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>
/// One current publication without its texts. <paramref name="Facets"/> are numbers of facet values; <paramref name="Figures"/> stand by the number of
/// their range, NaN where it has none, and are null where it has none at all. Whether it is in use is one of the facets, as it was when the snapshot was
/// made; <paramref name="Life"/> says until when.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SiteRow(long Id, string Kind, ReadOnlyMemory<int> Facets, DateTime PublishedAt, int Reuse, double[]? Figures = null,
    LifeSign Life = default);
