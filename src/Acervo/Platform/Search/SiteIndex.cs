using System.Text.Json;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>
/// What the public site holds now, in columns in memory: kind, dates, reuse and facets of every current publication. PostgreSQL
/// matches words; narrowing, counting and ordering happen here, so that two thousand hits cost microseconds.
/// </summary>
public sealed class SiteIndex(PublicDb db) : IDisposable
{
    private const string AllSql = """
        SELECT p.id, p.kind, p.facets, p.first_at, coalesce(used.times, 0)
        FROM site.shown p
        LEFT JOIN (SELECT kind, item, sum(reuses)::integer AS times FROM site.relation_counts GROUP BY kind, item) used USING (kind, item)
        WHERE p.state = 'current'
        """;

    /// <summary>The same of a few, each counted alone.</summary>
    private const string SomeSql =
        $"SELECT p.id, p.kind, p.facets, p.first_at, {Reuse.Sql} FROM site.shown p WHERE p.state = 'current' AND p.id = ANY($1)";

    private readonly SemaphoreSlim loading = new(1, 1);

    private readonly Dictionary<Facet, int> numbers = [];

    private readonly List<Facet> values = [];

    private volatile SiteSnapshot? snapshot;

    /// <summary>The snapshot in force; the first caller loads it.</summary>
    public async ValueTask<SiteSnapshot> CurrentAsync(CancellationToken cancel)
    {
        if (snapshot is { } ready)
        {
            return ready;
        }

        await loading.WaitAsync(cancel);
        try
        {
            return snapshot ??= Build(await db.ListAsync(AllSql, ReadRow, cancel));
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Takes in what changed. Few changes are read alone; many, or an unknown number (null), are read whole.</summary>
    public async Task RefreshAsync(IReadOnlyCollection<long>? changed, CancellationToken cancel)
    {
        await loading.WaitAsync(cancel);
        try
        {
            if (snapshot is not { } old || changed is null || changed.Count > 500)
            {
                snapshot = Build(await db.ListAsync(AllSql, ReadRow, cancel));
                return;
            }

            var fresh = await db.ListAsync(SomeSql, ReadRow, cancel, changed.ToArray());
            snapshot = Build(old.All.Where(row => !changed.Contains(row.Id)).Concat(fresh));
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private SiteSnapshot Build(IEnumerable<SiteRow> rows) => new(rows, [.. values]);

    private SiteRow ReadRow(Npgsql.NpgsqlDataReader row) => new(
        row.GetInt64(0),
        string.Intern(row.GetString(1)),
        Array.ConvertAll(JsonSerializer.Deserialize<Facet[]>(row.GetString(2), JsonSerializerOptions.Web)!, NumberOf),
        row.GetDateTime(3),
        row.GetInt32(4));

    /// <summary>The same few labels occur in every row: each is kept once and rows hold its number.</summary>
    private int NumberOf(Facet facet)
    {
        if (!numbers.TryGetValue(facet, out var number))
        {
            numbers[facet] = number = values.Count;
            values.Add(facet);
        }

        return number;
    }
}
