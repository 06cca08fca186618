using Npgsql;

namespace Acervo.Platform.Search;

/// <summary>Searches and browses the public site.</summary>
public sealed class Searcher(PublicDb db, SiteIndex index, Highlighter highlighter, Spelling spelling)
{
    private const string MatchSql = """
        SELECT q.q::text, array_agg(s.id), array_agg(CASE WHEN s.head @@ q.q THEN ts_rank(s.head, q.q) ELSE 0 END)
        FROM (SELECT site.query($1) AS q) q LEFT JOIN site.search s ON s.whole @@ q.q
        GROUP BY q.q
        """;

    private const string HitsSql = """
        SELECT id, kind, slug, title, summary, plain, organisation, first_at, version FROM site.publications WHERE id = ANY($1)
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

    private async Task<Matches> MatchAsync(string text, CancellationToken cancel)
    {
        await using var command = db.Command(MatchSql, text.Replace("\0", "", StringComparison.Ordinal));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        var ids = rows.GetFieldValue<long?[]>(1);
        return ids is [null] || ids.Length == 0
            ? new Matches(rows.GetString(0), [], [])
            : new Matches(rows.GetString(0), Array.ConvertAll(ids, id => id!.Value), rows.GetFieldValue<float[]>(2));
    }

    private async Task<SearchFound> SelectAsync(SearchRequest request, Matches? matches, CancellationToken cancel)
    {
        var selection = new Selection(await index.CurrentAsync(cancel), request);
        if (matches is null)
        {
            selection.TakeAll();
        }
        else
        {
            selection.Take(matches.Ids, matches.Ranks);
        }

        var (ids, next) = selection.Page();
        return new SearchFound(selection.Total, ids, selection.Counts(), matches?.Query, next);
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(long[] ids, string? query, SiteSnapshot site, CancellationToken cancel)
    {
        var texts = await db.ListAsync(HitsSql, HitText.Read, cancel, ids);
        var stems = Highlighter.StemsOf(query);
        await highlighter.LearnAsync(stems, texts.Select(text => text.Title).Concat(texts.Select(text => text.Plain)), cancel);
        return [.. ids.Select(id => texts.Find(text => text.Id == id)).OfType<HitText>().Select(text => new SearchHit(
            text.Id, text.Kind, text.Slug, text.Title,
            highlighter.Mark(text.Title, stems),
            stems.Count == 0 ? highlighter.Mark(text.Summary, stems) : highlighter.Extract(text.Summary, text.Plain, stems),
            text.Organisation, text.FirstAt, text.Version,
            site.FacetsOf(text.Id)))];
    }

    private sealed record Matches(string Query, long[] Ids, float[] Ranks);

    private sealed record HitText(long Id, string Kind, string Slug, string Title, string Summary, string Plain, string Organisation, DateTime FirstAt, int Version)
    {
        public static HitText Read(NpgsqlDataReader row) => new(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetDateTime(7), row.GetInt32(8));
    }
}
