using System.Collections.Concurrent;
using Acervo.Platform.Calendar;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>
/// Publications that treat of the same: those that share the most telling facets, and of these the ones whose titles and summaries share most
/// words. Only the short list is ranked by words, so that it costs the same among a hundred thousand. Remembered until the site changes.
/// </summary>
public sealed class RelatedItems(PublicDb db, SiteIndex index, PublicationKinds kinds)
{
    private const int MostRemembered = 20_000;

    private const int ShortList = 150;

    private const string RelatedSql = """
        WITH words AS MATERIALIZED (
            SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS q
            FROM (SELECT u.lexeme FROM site.heads s, unnest(s.head) u WHERE s.id = $1 AND length(u.lexeme) > 3
                ORDER BY u.weights[1], length(u.lexeme) DESC LIMIT 8) w)
        SELECT p.kind, p.slug, p.title, p.published_at, p.opens_at, p.closes_at
        FROM (SELECT s.id, ts_rank(s.head, words.q) AS rank FROM words, site.heads s WHERE s.id = ANY($2) AND s.head @@ words.q
              ORDER BY rank DESC, s.id DESC LIMIT 4) near
        JOIN site.shown p ON p.id = near.id AND p.lapsed_at IS NULL
        ORDER BY near.rank DESC, p.id DESC
        """;

    private SiteSnapshot? seen;
    private ConcurrentDictionary<long, IReadOnlyList<RelatedItem>> known = new();

    public async ValueTask<IReadOnlyList<RelatedItem>> OfAsync(long id, CancellationToken cancel)
    {
        var current = await index.CurrentAsync(cancel);
        if (!ReferenceEquals(seen, current) || known.Count > MostRemembered)
        {
            (seen, known) = (current, new());
        }

        if (known.TryGetValue(id, out var items))
        {
            foreach (var item in items)
            {
                GoodUntil.Tell(item.Span);
            }

            return items;
        }

        return known[id] = await db.ListAsync(
            RelatedSql,
            row => new RelatedItem(row.GetString(2), kinds.Href(row.GetString(0), row.GetString(1)),
            $"{kinds.Of(row.GetString(0)).Singular}, {row.GetDateTime(3).BogotaDay().Year}", OpenSpan.Read(row, 4)),
            cancel,
            id,
            current.Nearest(id, ShortList));
    }
}

/// <summary>A link to another publication.</summary>
public sealed record RelatedItem(string Title, string Href, string Note, OpenSpan Span);
