using System.Text.RegularExpressions;
namespace Acervo.Platform.Search;

/// <summary>Searches and browses the public site.</summary>
public sealed partial class Searcher(PublicDb db, SiteIndex index, HitTexts texts, Highlighter highlighter, Spelling spelling)
{
    /// <summary>Ranks no more than these, the newest first: beyond them a word in the title says little.</summary>
    private const int MostRanked = 1500;

    /// <summary>Materialized, or the planner asks <c>site.query</c> again for every row.</summary>
    private static readonly string MatchSql = $"""
        WITH q AS MATERIALIZED (SELECT site.query($1) AS q),
             newest AS MATERIALIZED (SELECT h.id, h.head FROM q JOIN site.heads h ON h.head @@ q.q ORDER BY h.id DESC LIMIT {MostRanked}),
             ranked AS MATERIALIZED (SELECT n.id, ts_rank(n.head, q.q) AS rank FROM q, newest n)
        SELECT (SELECT q.q::text FROM q), array(SELECT s.id FROM q JOIN site.search s ON s.whole @@ q.q), array(SELECT id FROM ranked ORDER BY id), array(SELECT rank FROM ranked ORDER BY id)
        """;

    /// <summary>Finds and shows: the hits of one page with their extracts.</summary>
    public async Task<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancel)
    {
        var found = await FindAsync(request, cancel);
        var hits = found.Ids.Length == 0 ? [] : await HitsAsync(found.Ids, found.Query, await index.CurrentAsync(cancel), cancel);
        return new SearchResult(found.Total, hits, found.Facets) { DidYouMean = found.DidYouMean, IsCorrected = found.DidYouMean is not null, Next = found.Next };
    }

    /// <summary>Finds only: which publications, in order, and how many each facet value would leave.</summary>
    public async Task<SearchFound> FindAsync(SearchRequest request, CancellationToken cancel)
    {
        var text = request.Text.Length > SearchRequest.LongestText ? request.Text[..SearchRequest.LongestText] : request.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return await SelectAsync(request with { Sort = request.Sort == SearchSort.Relevance ? SearchSort.Newest : request.Sort }, null, cancel);
        }

        var matches = await MatchAsync(text, cancel);
        if (matches.Ids.Length > 0)
        {
            return await SelectAsync(request, matches, cancel);
        }

        var corrected = await spelling.CorrectAsync(text, cancel);
        return corrected is null
            ? await SelectAsync(request, matches, cancel)
            : await SelectAsync(request, await MatchAsync(corrected, cancel), cancel) with { DidYouMean = corrected };
    }

    /// <summary>A dash is «not» to the parser, and a long row of them nests deeper than it can.</summary>
    [GeneratedRegex(@"-(?:[\s\-]*-)+", RegexOptions.NonBacktracking)]
    private static partial Regex Dashes();

    private async Task<Matches> MatchAsync(string text, CancellationToken cancel)
    {
        await using var command = db.Command(MatchSql, Dashes().Replace(text, "-"));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        return new Matches(rows.GetString(0), rows.GetFieldValue<long[]>(1), rows.GetFieldValue<long[]>(2), rows.GetFieldValue<float[]>(3));
    }

    private async Task<SearchFound> SelectAsync(SearchRequest request, Matches? matches, CancellationToken cancel)
    {
        var site = await index.CurrentAsync(cancel);
        if (matches is null && request is { Chosen.Count: 0, After: null })
        {
            return site.Browse(request);
        }

        var selection = new Selection(site, request);
        if (matches is null)
        {
            selection.TakeAll();
        }
        else
        {
            selection.Take(matches.Ids, matches.Ranked, matches.Ranks);
        }

        var (ids, next) = selection.Page();
        return new SearchFound(selection.Total, ids, selection.Counts(), matches?.Query, next);
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
            site.FacetsOf(text.Id)))];
    }

    /// <summary>Everything that matches; of those that match in title or summary, how well, in ascending order of id.</summary>
    private sealed record Matches(string Query, long[] Ids, long[] Ranked, float[] Ranks);
}
