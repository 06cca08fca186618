using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>What somebody asks of the public site.</summary>
/// <param name="Text">Words, quotes, <c>or</c> and <c>-word</c> as in any web search; empty to browse.</param>
/// <param name="Kinds">Kinds of publication; empty for all.</param>
/// <param name="Chosen">Facet values, as group and code: any of a group, all of the groups.</param>
/// <param name="Sort">Order of the results.</param>
/// <param name="Page">From 1.</param>
public sealed record SearchRequest(string Text, IReadOnlyList<string> Kinds, IReadOnlyList<(string Group, string Code)> Chosen, SearchSort Sort, int Page)
{
    public const int PageSize = 10;

    /// <summary>How many results a page has; programs may ask for more than people.</summary>
    public int Size { get; init; } = PageSize;

    /// <summary>Only what comes after this place in the order; the page then counts from there.</summary>
    public SearchCursor? After { get; init; }

    /// <summary>Between which ends; what has no such figure is left out.</summary>
    public IReadOnlyList<RangeAsked> Ranges { get; init; } = [];

    /// <summary>Whether it is told how many of each kind there would be: a search of several kinds, of which some may be chosen.</summary>
    public bool CountsKinds { get; init; }

    /// <summary>Longer questions are cut: nobody reads them and they only cost.</summary>
    public const int LongestText = 200;

    /// <summary>Pages beyond this are not asked by people.</summary>
    public const int LastPage = 1000;
}

/// <summary>In which order results come.</summary>
public enum SearchSort
{
    Relevance,
    Newest,
    MostReused,

    /// <summary>Last published version first: what a feed wants.</summary>
    Updated,

    /// <summary>What closes next first, then what does not close, then what has closed.</summary>
    ClosingSoon,
}

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
public sealed record SearchResult(int Total, IReadOnlyList<SearchHit> Hits, IReadOnlyList<FacetGroup> Facets)
{
    /// <summary>Another spelling that would find something.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>The first results of <see cref="DidYouMean"/>, where the text as typed has none.</summary>
    public SearchResult? Offered { get; init; }

    /// <summary>How many of each kind there would be, where that was asked.</summary>
    public IReadOnlyList<KindCount> Kinds { get; init; } = [];

    /// <summary>The place after the last hit; null when there are no more.</summary>
    public SearchCursor? Next { get; init; }

    public int Pages => Math.Min((Total + SearchRequest.PageSize - 1) / SearchRequest.PageSize, SearchRequest.LastPage);
}

/// <summary>Which publications answer a <see cref="SearchRequest"/>, before anything of them is read.</summary>
public sealed record SearchFound(int Total, long[] Ids, IReadOnlyList<FacetGroup> Facets, SearchCursor? Next)
{
    /// <summary>What the words found; null where none were asked.</summary>
    internal Matches? Matches { get; init; }

    /// <summary>Where it was found: what is shown of a row must be of the same moment.</summary>
    internal SiteSnapshot? Site { get; init; }

    /// <summary>How many of each kind there would be, where that was asked.</summary>
    public IReadOnlyList<KindCount> Kinds { get; init; } = [];

    /// <summary>Another spelling that would find something; nothing was searched for in its place.</summary>
    public string? DidYouMean { get; init; }
}

/// <summary>One result. Title and extract are HTML-safe and mark the words found.</summary>
public sealed record SearchHit(long Id, string Kind, string Slug, string Title, string TitleHtml, string ExtractHtml, string Organisation, DateTime PublishedAt,
    int Version, IReadOnlyList<Facet> Facets, OpenSpan Span, int Reuse)
{
    /// <summary>How much of the question it answers; null where none was asked.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>Whether it is put to use.</summary>
    public LifeSign Life { get; init; }
}

/// <summary>The values of one facet with how many results each would leave.</summary>
public sealed record FacetGroup(string Group, IReadOnlyList<FacetCount> Values);

/// <summary>A facet value and its number of results.</summary>
public sealed record FacetCount(Facet Facet, int Count, bool IsChosen);

/// <summary>A kind of publication and its number of results.</summary>
public sealed record KindCount(string Kind, int Count, bool IsChosen);
