using System.Runtime.InteropServices;

namespace Acervo.Platform.Search;

/// <summary>One current publication without its texts. <paramref name="Facets"/> are numbers of facet values.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SiteRow(long Id, string Kind, ReadOnlyMemory<int> Facets, DateTime FirstAt, int Reuse);
