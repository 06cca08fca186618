using System.Text.Json;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>
/// What the public site holds now, in columns in memory: kind, dates, reuse and facets of every current publication. PostgreSQL
/// matches words; narrowing, counting and ordering happen here, so that two thousand hits cost microseconds.
/// </summary>
public sealed class SiteIndex(PublicDb db, PublicationKinds kinds) : IDisposable
{
    /// <summary>As figures: whoever reads them here shows no page that changes when they come.</summary>
    private const string Span = "extract(epoch FROM p.opens_at)::float8, extract(epoch FROM p.closes_at)::float8";

    private const string AllSql = $"""
        SELECT p.id, p.kind, p.facets, p.published_at, coalesce(used.times, 0), {Span}
        FROM site.shown p
        LEFT JOIN (SELECT kind, item, sum(reuses)::integer AS times FROM site.relation_counts GROUP BY kind, item) used USING (kind, item)
        WHERE p.state = 'current'
        """;

    /// <summary>The same of a few, each counted alone.</summary>
    private const string SomeSql =
        $"SELECT p.id, p.kind, p.facets, p.published_at, {Reuse.Sql}, {Span} FROM site.shown p WHERE p.state = 'current' AND p.id = ANY($1)";

    /// <summary>What there is, and what of it was put to use again: enough to know what is new, what is gone and what counts otherwise.</summary>
    private const string IdsSql = "SELECT array_send(array(SELECT id FROM site.shown WHERE state = 'current'))";

    /// <summary>The one thing that changes in a version that stays: it is not put to use any more.</summary>
    private const string LapsedSql = "SELECT id FROM site.shown WHERE state = 'current' AND lapsed_at IS NOT NULL";

    private const string UsedSql = """
        SELECT p.id, sum(c.reuses)::integer FROM site.relation_counts c
        CROSS JOIN LATERAL (SELECT s.id FROM site.shown s WHERE s.kind = c.kind AND s.item = c.item AND s.state = 'current' LIMIT 1) p
        WHERE c.reuses > 0 GROUP BY p.id
        """;

    /// <summary>Changes that are read by their numbers; of more it is cheaper to look what is there.</summary>
    private const int MostNamed = 500;

    private const int AtOnce = 5000;

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

    /// <summary>
    /// Takes in what changed. A version never does, so of many changes, or an unknown number (null), only what is new is read. Whoever asks meanwhile is
    /// answered from the snapshot of before.
    /// </summary>
    public async Task RefreshAsync(IReadOnlyCollection<long>? changed, CancellationToken cancel)
    {
        await loading.WaitAsync(cancel);
        try
        {
            snapshot = snapshot is not { } old ? Build(await db.ListAsync(AllSql, ReadRow, cancel))
                : changed is null || changed.Count > MostNamed ? await CompareAsync(old, cancel)
                : await ReplaceAsync(old, changed, cancel);
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private async Task<SiteSnapshot> ReplaceAsync(SiteSnapshot old, IReadOnlyCollection<long> changed, CancellationToken cancel)
    {
        var fresh = await db.ListAsync(SomeSql, ReadRow, cancel, changed.ToArray());
        var gone = new bool[old.Rows.Length];
        foreach (var slot in changed.Select(old.SlotOf).Where(slot => slot >= 0))
        {
            gone[slot] = true;
        }

        return old.Next(gone, null, fresh, [.. values]);
    }

    private async Task<SiteSnapshot> CompareAsync(SiteSnapshot old, CancellationToken cancel)
    {
        var (gone, used) = (new bool[old.Rows.Length], new int[old.Rows.Length]);
        Array.Fill(gone, true);
        var unknown = (await db.FindAsync(IdsSql, row => Sift(row.GetFieldValue<byte[]>(0), old, gone), cancel))!;
        foreach (var (id, times) in await db.ListAsync(UsedSql, row => (row.GetInt64(0), row.GetInt32(1)), cancel))
        {
            if (old.SlotOf(id) is var slot and >= 0)
            {
                used[slot] = times;
            }
        }

        foreach (var id in await db.ListAsync(LapsedSql, row => row.GetInt64(0), cancel))
        {
            if (old.SlotOf(id) is var slot and >= 0 && !old.FacetsOf(id).Any(facet => facet.Group == FacetTitle.InUse.Group))
            {
                gone[slot] = true;
                unknown.Add(id);
            }
        }

        List<SiteRow> fresh = [];
        foreach (var some in unknown.Chunk(AtOnce))
        {
            fresh.AddRange(await db.ListAsync(SomeSql, ReadRow, cancel, some));
        }

        return old.Next(gone, used, fresh, [.. values]);
    }

    /// <summary>Marks what is there still, and tells what was not there before.</summary>
    private static List<long> Sift(byte[] sent, SiteSnapshot old, bool[] gone)
    {
        List<long> unknown = [];
        for (var at = 0; at < SentArray.Count(sent); at++)
        {
            var id = SentArray.Int64At(sent, at);
            if (old.SlotOf(id) is var slot and >= 0)
            {
                gone[slot] = false;
            }
            else
            {
                unknown.Add(id);
            }
        }

        return unknown;
    }

    private SiteSnapshot Build(IEnumerable<SiteRow> rows) => SiteSnapshot.Of(rows, [.. values], kinds.Ranges);

    private SiteRow ReadRow(Npgsql.NpgsqlDataReader row)
    {
        var carried = JsonSerializer.Deserialize<Facet[]>(row.GetString(2), JsonSerializerOptions.Web)!;
        var figures = kinds.Ranges.Count == 0 ? null : FiguresOf(row, carried);
        var facets = figures is null ? carried : Array.FindAll(carried, facet => kinds.RangeNumber(facet.Group) < 0);
        return new SiteRow(row.GetInt64(0), string.Intern(row.GetString(1)), Array.ConvertAll(facets, NumberOf), row.GetDateTime(3), row.GetInt32(4), figures);
    }

    /// <summary>What the ranges of the kinds compare, by their numbers; null when the row has nothing of it.</summary>
    private double[]? FiguresOf(Npgsql.NpgsqlDataReader row, Facet[] carried)
    {
        double[]? figures = null;
        for (var number = 0; number < kinds.Ranges.Count; number++)
        {
            var range = kinds.Ranges[number];
            var figure = range.Of switch
            {
                RangeOf.Opening => row.IsDBNull(5) ? null : row.GetDouble(5),
                RangeOf.Closing => row.IsDBNull(6) ? null : row.GetDouble(6),
                _ => Array.Find(carried, facet => facet.Group == range.Group) is { } facet ? range.ReadKept(facet.Code) : null,
            };
            if (figure is { } known)
            {
                figures ??= [.. Enumerable.Repeat(double.NaN, kinds.Ranges.Count)];
                figures[number] = known;
            }
        }

        return figures;
    }

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
