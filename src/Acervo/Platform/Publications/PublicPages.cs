using Npgsql;

namespace Acervo.Platform.Publications;

/// <summary>Reads one publication for a public page: the version asked for, its history and its files in one round trip.</summary>
public sealed class PublicPages(PublicDb db)
{
    private const string Columns = """
        id, kind, item, version, slug, state, title, summary, organisation, sha256, html, facts, contents, facets::text, change_note,
        published_at, first_at, withdrawn_at, withdrawn_reason, reuse_count
        """;

    private static readonly string OneSql = $"SELECT {Columns} FROM site.publications WHERE kind = $1 AND slug = $2 AND state <> 'superseded'";

    private static readonly string VersionSql = $"""
        SELECT {Columns} FROM site.publications WHERE kind = $1 AND version = $3 AND item =
            (SELECT item FROM site.publications WHERE kind = $1 AND slug = $2 AND state <> 'superseded')
        """;

    private const string HistorySql = """
        SELECT version, published_at, change_note FROM site.publications WHERE kind = $1 AND item =
            (SELECT item FROM site.publications WHERE kind = $1 AND slug = $2 AND state <> 'superseded')
        ORDER BY version DESC
        """;

    private const string FilesSql = """
        SELECT a.name, f.sha256, f.size, f.content_type FROM site.attachments a JOIN site.files f USING (sha256) JOIN site.publications p ON p.id = a.publication_id
        WHERE p.kind = $1 AND p.slug = $2 AND p.state = 'current' ORDER BY a.sort
        """;

    private const string MovedSql = """
        SELECT p.slug FROM site.old_slugs o JOIN site.publications p ON p.kind = o.kind AND p.item = o.item AND p.state <> 'superseded'
        WHERE o.kind = $1 AND o.slug = $2
        """;

    /// <summary>The version in force (or the tombstone), or an older version by number; null when there is none.</summary>
    public async Task<PublicPage?> FindAsync(string kind, string slug, int? version, CancellationToken cancel)
    {
        await using var batch = db.Reads.CreateBatch();
        batch.BatchCommands.Add(version is null ? Ask(OneSql, kind, slug) : Ask(VersionSql, kind, slug, version.Value));
        batch.BatchCommands.Add(Ask(HistorySql, kind, slug));
        batch.BatchCommands.Add(Ask(FilesSql, kind, slug));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        if (!await rows.ReadAsync(cancel))
        {
            return null;
        }

        var page = PublicPage.Read(rows);
        await rows.NextResultAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            page.History.Add(new PublicVersion(rows.GetInt32(0), rows.GetDateTime(1), rows.GetString(2)));
        }

        await rows.NextResultAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            page.Files.Add(new PublicFileLink(rows.GetString(0), rows.GetString(1), rows.GetInt64(2), rows.GetString(3)));
        }

        return page;
    }

    /// <summary>The canonical JSON of the version in force; null when there is none or it was withdrawn.</summary>
    public Task<string?> BodyAsync(string kind, string slug, CancellationToken cancel) =>
        db.FindAsync("SELECT body FROM site.publications WHERE kind = $1 AND slug = $2 AND state = 'current'", row => row.GetString(0), cancel, kind, slug);

    /// <summary>Where an address of before leads now; null when it never led anywhere.</summary>
    public Task<string?> MovedAsync(string kind, string slug, CancellationToken cancel) => db.FindAsync(MovedSql, row => row.GetString(0), cancel, kind, slug);

    private static NpgsqlBatchCommand Ask(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
