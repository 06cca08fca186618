using Acervo.Platform.Calendar;

namespace Acervo.Platform.Search;

/// <summary>Searches and browses the public site.</summary>
public sealed class Searcher(Matcher matcher, SiteIndex index, HitTexts texts, Highlighter highlighter, Spelling spelling, TimeProvider clock)
{
    /// <summary>Finds and shows: the hits of one page with their extracts.</summary>
    public async Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancel)
    {
        var found = await FindAsync(request, cancel);
        var hits = found.Ids.Length == 0 ? [] : await HitsAsync(found.Ids, found.Query, await index.CurrentAsync(cancel), cancel);
        return new SearchResult(found.Total, hits, found.Facets)
        {
            DidYouMean = found.DidYouMean,
            IsCorrected = found.DidYouMean is not null,
            Next = found.Next,
            Kinds = found.Kinds,
        };
    }

    /// <summary>Finds only: which publications, in order, and how many each facet value would leave.</summary>
    public async Task<SearchFound> FindAsync(SearchRequest request, CancellationToken cancel)
    {
        var text = request.Text.Length > SearchRequest.LongestText ? request.Text[..SearchRequest.LongestText] : request.Text;
        var site = await index.CurrentAsync(cancel);
        if (string.IsNullOrWhiteSpace(text))
        {
            return Select(request with { Sort = request.Sort == SearchSort.Relevance ? SearchSort.Newest : request.Sort }, null, site);
        }

        var matches = await matcher.MatchAsync(text, site, cancel);
        var corrected = matches.Slots.Count == 0 ? await spelling.CorrectAsync(text, cancel) : null;
        return corrected is null
            ? Select(request, matches, site)
            : Select(request, await matcher.MatchAsync(corrected, site, cancel), site) with { DidYouMean = corrected };
    }

    private SearchFound Select(SearchRequest request, Matches? matches, SiteSnapshot site)
    {
        if (matches is null && request is { Chosen.Count: 0, Ranges.Count: 0, After: null, Sort: not SearchSort.ClosingSoon })
        {
            return site.Browse(request);
        }

        var selection = new Selection(site, request, clock.Now());
        if (matches is null)
        {
            selection.TakeAll();
        }
        else
        {
            selection.Take(matches);
        }

        var (ids, next) = selection.Page();
        return new SearchFound(selection.Total, ids, selection.Counts(), matches?.Query, next) { Kinds = selection.KindCounts() };
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(long[] ids, string? query, SiteSnapshot site, CancellationToken cancel)
    {
        var stems = Highlighter.StemsOf(query);
        var found = await texts.ReadAsync(ids, cancel);
        await highlighter.LearnAsync(stems, found, cancel);
        return [.. found.Select(text => new SearchHit(
            text.Id, text.Kind, text.Slug, text.Title,
            highlighter.Mark(text.Title, stems),
            stems.Count == 0 ? highlighter.Mark(text.Summary, stems) : highlighter.Extract(text.Summary, text.Plain, stems),
            text.Organisation, text.FirstAt, text.Version,
            site.FacetsOf(text.Id), text.Span, site.ReuseOf(text.Id)))];
    }
}
