using Acervo.Platform.Audit;
using Npgsql;

namespace Acervo.Platform.Publications;

/// <summary>
/// The fingerprint of all that is served of a publication, derived texts, files and relations included: a deed signs it, a verification works it out anew.
/// </summary>
public static class ServedText
{
    public const string Kind = "publication";

    /// <summary>Of a row called <c>p</c>: its state and the hash of every column that a page, a feed, the search or the API shows.</summary>
    internal const string Sql = """
        p.state || ' ' || encode(sha256(convert_to(json_build_array(p.kind, p.item, p.version, p.slug, p.title, p.summary, p.organisation, p.body, p.sha256,
            p.html, p.facts, p.contents, p.plain, p.facets::text, p.change_note, extract(epoch FROM p.published_at), extract(epoch FROM p.first_at),
            extract(epoch FROM p.withdrawn_at), p.withdrawn_reason, extract(epoch FROM p.replaced_at), extract(epoch FROM p.opens_at),
            extract(epoch FROM p.closes_at), p.language, p.is_by_one, extract(epoch FROM p.confirmed_at),
            extract(epoch FROM p.lapsed_at), p.lapsed_reason, p.successor_kind, p.successor_item,
            extract(epoch FROM p.used_at), extract(epoch FROM p.look_at), extract(epoch FROM p.doubt_at),
            (SELECT json_agg(json_build_array(f.sha256, a.name, f.size, f.content_type) ORDER BY a.sort, f.sha256)
             FROM site.attachments a JOIN site.files f USING (sha256) WHERE a.publication_id = p.id),
            (SELECT json_agg(json_build_array(r.relation, r.to_kind, r.to_item, r.note, r.from_day, r.is_reuse, r.in_force)
                 ORDER BY r.relation, r.to_kind, r.to_item)
             FROM site.relations r WHERE r.from_kind = p.kind AND r.from_item = p.item AND r.from_version = p.version))::text, 'UTF8')), 'hex')
        """;

    /// <summary>What a deed has to sign of these publications as they stand in the transaction of the connection.</summary>
    public static async Task<IReadOnlyList<DeedRow>> ReadAsync(NpgsqlConnection connection, long[] ids, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Question(ids) } };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        return await ReadAsync(rows, cancel);
    }

    internal static NpgsqlBatchCommand Question(long[] ids) => new($"SELECT p.id, {Sql} FROM site.publications p WHERE p.id = ANY ($1) ORDER BY p.id")
    {
        Parameters = { new() { Value = ids } },
    };

    internal static async Task<IReadOnlyList<DeedRow>> ReadAsync(NpgsqlDataReader rows, CancellationToken cancel)
    {
        List<DeedRow> served = [];
        while (await rows.ReadAsync(cancel))
        {
            served.Add(new DeedRow($"{Kind}/{rows.GetInt64(0)}", rows.GetString(1)));
        }

        return served;
    }
}
