namespace Acervo.Platform.OpenData;

/// <summary>Finds versions by address, old addresses included: whoever gets another slug than asked for should redirect.</summary>
public sealed class PublishedVersions(PublicDb db)
{
    private const string ItemSql = """
        coalesce((SELECT item FROM site.standing WHERE kind = $1 AND slug = $2 AND is_last),
                 (SELECT item FROM site.old_slugs WHERE kind = $1 AND slug = $2))
        """;

    private const string LatestSql =
        $"SELECT {PublishedVersion.Columns} FROM site.standing WHERE kind = $1 AND is_last AND item = {ItemSql}";

    private const string OneSql = $"SELECT {PublishedVersion.Columns} FROM site.standing WHERE kind = $1 AND item = $2 AND version = $3";

    private const string HistorySql =
        "SELECT version, published_at, change_note, sha256, replaced_at FROM site.shown WHERE kind = $1 AND item = $2 ORDER BY version DESC";

    /// <summary>The version in force, or the tombstone.</summary>
    /// <exception cref="NotFoundException">Nothing was ever at this address.</exception>
    public async Task<PublishedVersion> LatestAsync(string kind, string slug, CancellationToken cancel) =>
        await db.FindAsync(LatestSql, PublishedVersion.Read, cancel, kind, slug) ?? throw new NotFoundException($"{kind}/{slug}");

    /// <summary>One version by number, or its tombstone.</summary>
    /// <exception cref="NotFoundException">There never was one of this number.</exception>
    public async Task<PublishedVersion> OneAsync(string kind, int item, int number, CancellationToken cancel) =>
        await db.FindAsync(OneSql, PublishedVersion.Read, cancel, kind, item, number) ?? throw new NotFoundException($"{kind} {item} v{number}");

    /// <summary>The versions that may be read, newest first, without their text.</summary>
    public Task<List<VersionFacts>> HistoryAsync(string kind, int item, CancellationToken cancel) =>
        db.ListAsync(HistorySql, VersionFacts.Read, cancel, kind, item);
}
