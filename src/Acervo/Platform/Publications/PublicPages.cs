using Npgsql;

namespace Acervo.Platform.Publications;

/// <summary>Reads one publication for a public page. Most have one version, no files and no kin, and take one question.</summary>
public sealed class PublicPages(PublicDb db, Kinship kinship)
{
    private const string Columns = $"""
        id, kind, item, version, slug, state, title, summary, organisation, sha256, html, facts, contents, facets::text, change_note,
        published_at, first_at, withdrawn_at, withdrawn_reason, opens_at, closes_at, language, is_by_one, confirmed_at,
        has_files, has_kin, lapsed_reason, {Successor.Sql}, {LifeSign.Columns}
        """;

    private static readonly string OneSql = $"SELECT {Columns} FROM site.standing WHERE kind = $1 AND slug = $2 AND is_last";

    private static readonly string VersionSql = $"""
        SELECT {Columns} FROM site.standing WHERE kind = $1 AND version = $3
            AND item = (SELECT item FROM site.standing WHERE kind = $1 AND slug = $2 AND is_last)
        """;

    private const string HistorySql = """
        SELECT version, published_at, change_note FROM site.shown WHERE kind = $1 AND item =
            (SELECT item FROM site.standing WHERE kind = $1 AND slug = $2 AND is_last) ORDER BY version DESC
        """;

    private const string FilesSql = """
        SELECT name, sha256, size, content_type FROM site.carried WHERE kind = $1 AND slug = $2 AND state = 'current' ORDER BY sort
        """;

    private const string MovedSql = """
        SELECT p.slug FROM site.old_slugs o JOIN site.standing p ON p.kind = o.kind AND p.item = o.item AND p.is_last
        WHERE o.kind = $1 AND o.slug = $2
        """;

    /// <summary>The version in force (or the tombstone), or an older version by number; null when there is none.</summary>
    public async Task<PublicPage?> FindAsync(string kind, string slug, int? version, CancellationToken cancel)
    {
        var found = version is null
            ? await db.FindAsync(OneSql, Read, cancel, kind, slug)
            : await db.FindAsync(VersionSql, Read, cancel, kind, slug, version.Value);
        if (found is null)
        {
            return null;
        }

        var (page, hasFiles, hasKin) = found;
        if (page.Version == 1 && !page.IsSuperseded)
        {
            page.History.Add(new PublicVersion(1, page.PublishedAt, page.ChangeNote));
        }
        else
        {
            page.History.AddRange(await db.ListAsync(HistorySql, row => new PublicVersion(row.GetInt32(0), row.GetDateTime(1), row.GetString(2)), cancel, kind,
                slug));
        }

        if (hasFiles)
        {
            page.Files.AddRange(await db.ListAsync(FilesSql, row => new PublicFileLink(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3)),
                cancel, kind, slug));
        }

        if (hasKin)
        {
            page.Kin.AddRange(await kinship.OfAsync(kind, page.Item, page.Version, cancel));
        }

        return page;
    }

    /// <summary>Where an address of before leads now; null when it never led anywhere.</summary>
    public Task<string?> MovedAsync(string kind, string slug, CancellationToken cancel) => db.FindAsync(MovedSql, row => row.GetString(0), cancel, kind, slug);

    private static Tuple<PublicPage, bool, bool> Read(NpgsqlDataReader row) => Tuple.Create(PublicPage.Read(row), row.GetBoolean(24), row.GetBoolean(25));
}
