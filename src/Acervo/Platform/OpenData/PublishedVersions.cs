namespace Acervo.Platform.OpenData;

/// <summary>Finds versions by address, old addresses included: whoever gets another slug than asked for should redirect.</summary>
public sealed class PublishedVersions(PublicDb db)
{
    private const string ItemSql = """
        coalesce((SELECT item FROM site.publications WHERE kind = $1 AND slug = $2 AND state <> 'superseded'),
                 (SELECT item FROM site.old_slugs WHERE kind = $1 AND slug = $2))
        """;

    private const string LatestSql =
        $"SELECT {PublishedVersion.Columns} FROM site.publications WHERE kind = $1 AND state <> 'superseded' AND item = {ItemSql}";

    private const string AllSql =
        $"SELECT {PublishedVersion.Columns} FROM site.publications WHERE kind = $1 AND item = {ItemSql} ORDER BY version DESC";

    /// <summary>The version in force, or the tombstone.</summary>
    /// <exception cref="NotFoundException">Nothing was ever at this address.</exception>
    public async Task<PublishedVersion> LatestAsync(string kind, string slug, CancellationToken cancel) =>
        await db.FindAsync(LatestSql, PublishedVersion.Read, cancel, kind, slug) ?? throw new NotFoundException($"{kind}/{slug}");

    /// <summary>Every version, newest first; the first one says whether the thing is still public.</summary>
    /// <exception cref="NotFoundException">Nothing was ever at this address.</exception>
    public async Task<IReadOnlyList<PublishedVersion>> AllAsync(string kind, string slug, CancellationToken cancel) =>
        await db.ListAsync(AllSql, PublishedVersion.Read, cancel, kind, slug) is { Count: > 0 } all ? all : throw new NotFoundException($"{kind}/{slug}");
}
