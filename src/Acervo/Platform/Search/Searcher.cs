using Acervo.Platform.Calendar;
using Acervo.Platform.Http;

namespace Acervo.Platform.Search;

/// <summary>Searches and browses the public site.</summary>
public sealed class Searcher(Matcher matcher, SiteIndex index, HitTexts texts, Spelling spelling, TimeProvider clock)
{
    /// <summary>With as many that have every word, those that lack some only stand in the way.</summary>
    private const int Plenty = 20;

    /// <summary>Results of a spelling that is offered, where there are no others.</summary>
    private const int Few = 3;

    /// <summary>Finds and shows: the hits of one page with their extracts.</summary>
    public async Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancel)
    {
        var found = await FindAsync(request, cancel);
        var hits = found.Ids.Length == 0 ? [] : await HitsAsync(found, cancel);
        return new SearchResult(found.Total, hits, found.Facets)
        {
            DidYouMean = found.DidYouMean,
            Offered = found is { Total: 0, DidYouMean: { } offer }
                ? await SearchAsync(request with { Text = offer, Page = 1, After = null, Size = Few }, cancel) : null,
            Next = found.Next,
            Kinds = found.Kinds,
        };
    }

    /// <summary>Finds only: which publications, in order, and how many each facet value would leave.</summary>
    public async Task<SearchFound> FindAsync(SearchRequest request, CancellationToken cancel)
    {
        var text = request.Text.Length > SearchRequest.LongestText ? request.Text[..SearchRequest.LongestText] : request.Text;
        var site = await index.CurrentAsync(cancel);
        if (site.NextDoubt is { } doubt)
        {
            // Whatever is found, it is counted what is in use.
            GoodUntil.Tell(doubt);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Select(request with { Sort = request.Sort == SearchSort.Relevance ? SearchSort.Newest : request.Sort }, null, null, site);
        }

        var matches = await matcher.MatchAsync(text, site, cancel);
        var found = Answer(request, matches, site);
        var offer = matches.Unknown.Count == 0 ? null : await OfferAsync(request, text, matches.Unknown, site, cancel);
        return found with { DidYouMean = offer };
    }

    /// <summary>Another spelling, where it finds something; it is offered, and what was typed stays.</summary>
    private async Task<string?> OfferAsync(SearchRequest request, string text, IReadOnlyList<string> unknown, SiteSnapshot site, CancellationToken cancel) =>
        await spelling.OfferAsync(text, unknown, cancel) is { } offer
        && Answer(request with { Page = 1, After = null }, await matcher.MatchAsync(offer, site, cancel), site).Total > 0 ? offer : null;

    /// <summary>Not every word is required, except where plenty has all, or where the order is by something else than how well they answer.</summary>
    private SearchFound Answer(SearchRequest request, Matches matches, SiteSnapshot site)
    {
        var isEnough = request.Sort == SearchSort.Relevance ? IsPlenty(request, matches.All, site) : matches.All.Count > 0;
        var found = Select(request, matches, isEnough ? matches.All : matches.Some, site);
        return found.Total == 0 && isEnough ? Select(request, matches, matches.Some, site) : found;
    }

    /// <summary>Within the kinds that are asked for, unless these are a filter among others: each filter must give as many as it says.</summary>
    private static bool IsPlenty(SearchRequest request, SlotSet found, SiteSnapshot site) => request.CountsKinds || request.Kinds.Count == 0
        ? found.Count >= Plenty : found.All().Where(slot => request.Kinds.Contains(site.Kinds[site.KindOf(slot)])).Take(Plenty).Count() == Plenty;

    private SearchFound Select(SearchRequest request, Matches? matches, SlotSet? slots, SiteSnapshot site)
    {
        if (matches is null && request is { Chosen.Count: 0, Ranges.Count: 0, After: null, Sort: not SearchSort.ClosingSoon })
        {
            return site.Browse(request) with { Site = site };
        }

        var selection = new Selection(site, request, clock.Now());
        if (matches is null || slots is null)
        {
            selection.TakeAll();
        }
        else
        {
            selection.Take(matches, slots);
        }

        var (ids, next) = selection.Page();
        return new SearchFound(selection.Total, ids, selection.Counts(), next) { Kinds = selection.KindCounts(), Matches = matches, Site = site };
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(SearchFound found, CancellationToken cancel)
    {
        var (matches, site) = (found.Matches, found.Site!);
        var marker = new Marker(matches?.Sought ?? []);
        return [.. (await texts.ReadAsync(found.Ids, cancel)).Select(text => new SearchHit(
            text.Id, text.Kind, text.Slug, text.Title,
            marker.Mark(text.Title),
            marker.Extract(text),
            text.Organisation, text.PublishedAt, text.Version,
            site.FacetsOf(text.Id), text.Span, site.ReuseOf(text.Id))
        {
            Life = site.LifeOf(text.Id),
            Coverage = matches is not null && site.SlotOf(text.Id) is var slot and >= 0 ? matches.CoverageOf(slot) : null,
        })];
    }
}
