using System.Runtime.InteropServices;

namespace Acervo.Platform.Search;

/// <summary>
/// One current publication without its texts. <paramref name="Facets"/> are numbers of facet values; <paramref name="Figures"/> stand by the number of
/// their range, NaN where it has none, and are null where it has none at all.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SiteRow(long Id, string Kind, ReadOnlyMemory<int> Facets, DateTime PublishedAt, int Reuse, double[]? Figures = null);
