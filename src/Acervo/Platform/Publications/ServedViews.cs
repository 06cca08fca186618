using Npgsql;

namespace Acervo.Platform.Publications;

/// <summary>Tells what the site's views show otherwise than its tables keep it: whoever owns the database may change what stands between.</summary>
internal static class ServedViews
{
    /// <summary>The views show the kinds that are on; a verification looks at all.</summary>
    private const string AllKindsSql = """
        SELECT set_config('acervo.kinds', coalesce((SELECT string_agg(DISTINCT kind, ',') FROM site.publications), ''), true)
        """;

    private const string Sql = """
        WITH kept AS (
            SELECT r.relation, r.is_reuse, r.note, r.from_day, f.id AS from_id, f.state = 'current' AS in_force, t.id AS to_id FROM site.relations r
            JOIN site.publications f ON (f.kind, f.item, f.version) = (r.from_kind, r.from_item, r.from_version) AND f.withdrawn_at IS NULL
            JOIN site.publications t ON t.kind = r.to_kind AND t.item = r.to_item AND t.state = 'current'),
        links AS (SELECT from_id, in_force, relation, is_reuse, to_id, note, from_day FROM kept),
        seen AS (SELECT from_id, in_force, relation, is_reuse, to_id, note, from_day FROM site.related),
        counts AS (SELECT to_id, relation, count(*), count(*) FILTER (WHERE is_reuse) AS reuses FROM kept WHERE in_force GROUP BY to_id, relation),
        counted AS (SELECT p.id, c.relation, c.count::bigint, c.reuses::bigint FROM site.relation_counts c
            JOIN site.publications p ON p.kind = c.kind AND p.item = c.item AND p.state = 'current')
        SELECT coalesce(p.title, s.title, t.title, '')
        FROM site.publications p
        FULL JOIN site.standing t ON t.id = p.id
        FULL JOIN site.shown s ON s.id = coalesce(p.id, t.id)
        WHERE p.id IS NULL OR t.id IS NULL OR (s.id IS NULL) = (p.withdrawn_at IS NULL)
           OR (t.kind, t.item, t.version, t.slug, t.title, t.organisation, t.sha256, t.published_at, t.first_at, t.withdrawn_at, t.withdrawn_reason,
                  t.replaced_at, t.language, t.successor_kind, t.successor_item)
              IS DISTINCT FROM (p.kind, p.item, p.version, p.slug, p.title, p.organisation, p.sha256, p.published_at, p.first_at, p.withdrawn_at,
                  p.withdrawn_reason, p.replaced_at, p.language, p.successor_kind, p.successor_item)
           OR CASE WHEN p.withdrawn_at IS NULL
                   THEN (t.state, t.summary, t.body, t.html, t.facts, t.contents, t.facets, t.change_note, t.opens_at, t.closes_at, t.is_by_one,
                            t.confirmed_at, t.lapsed_at, t.lapsed_reason, t.used_at, t.look_at, t.doubt_at)
                        IS DISTINCT FROM (p.state, p.summary, p.body, p.html, p.facts, p.contents, p.facets, p.change_note, p.opens_at, p.closes_at,
                            p.is_by_one, p.confirmed_at, p.lapsed_at, p.lapsed_reason, p.used_at, p.look_at, p.doubt_at)
                        OR (s.kind, s.item, s.version, s.slug, s.state, s.title, s.summary, s.organisation, s.body, s.sha256, s.html, s.facts, s.contents,
                            s.plain, s.facets, s.change_note, s.published_at, s.first_at, s.replaced_at, s.opens_at, s.closes_at,
                            s.language, s.is_by_one, s.confirmed_at, s.lapsed_at, s.lapsed_reason, s.used_at, s.look_at, s.doubt_at)
                        IS DISTINCT FROM (p.kind, p.item, p.version, p.slug, p.state, p.title, p.summary, p.organisation, p.body, p.sha256, p.html, p.facts,
                            p.contents, p.plain, p.facets, p.change_note, p.published_at, p.first_at, p.replaced_at, p.opens_at, p.closes_at, p.language,
                            p.is_by_one, p.confirmed_at, p.lapsed_at, p.lapsed_reason, p.used_at, p.look_at, p.doubt_at)
                   ELSE t.state <> 'withdrawn' OR t.is_by_one
                        OR concat(t.summary, t.body, t.html, t.facts, t.contents, t.change_note, t.opens_at, t.closes_at, t.confirmed_at,
                            t.lapsed_at, t.lapsed_reason, t.used_at, t.look_at, t.doubt_at) <> '' END
        UNION
        SELECT v.sha256 FROM site.carried_chunks v LEFT JOIN site.file_chunks c USING (sha256, n) WHERE v.bytes IS DISTINCT FROM c.bytes
        UNION
        SELECT p.title FROM ((TABLE links EXCEPT TABLE seen) UNION ALL (TABLE seen EXCEPT TABLE links)) d JOIN site.publications p ON p.id = d.from_id
        UNION
        SELECT p.title FROM ((TABLE counts EXCEPT TABLE counted) UNION ALL (TABLE counted EXCEPT TABLE counts)) d
            JOIN site.publications p ON p.id = d.to_id
        """;

    /// <summary>Titles of publications, and fingerprints of files, that are shown otherwise. To be asked in a transaction.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var query = new NpgsqlBatch(connection) { Timeout = 0, BatchCommands = { new(AllKindsSql), new(Sql) } };
        await using var rows = await query.ExecuteReaderAsync(cancel);
        await rows.NextResultAsync(cancel);
        List<string> found = [];
        while (await rows.ReadAsync(cancel))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }
}
