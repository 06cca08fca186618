using System.Text.Json;
using Acervo.Platform.Calendar;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Search;

/// <summary>
/// What the public site holds now, in columns in memory: kind, dates, reuse and facets of every current publication. PostgreSQL
/// matches words; narrowing, counting and ordering happen here, so that two thousand hits cost microseconds.
/// </summary>
public sealed partial class SiteIndex(PublicDb db, PublicationKinds kinds, TimeProvider clock) : IDisposable
{
    /// <summary>As figures: whoever reads them here shows no page that changes when they come.</summary>
    private const string Span = "extract(epoch FROM p.opens_at)::float8, extract(epoch FROM p.closes_at)::float8, "
        + "p.published_at, p.used_at, p.look_at AS look, p.doubt_at AS doubt, p.lapsed_at";

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
        if (snapshot is { } ready && !IsPast(ready))
        {
            return ready;
        }

        await loading.WaitAsync(cancel);
        try
        {
            snapshot ??= await LoadAsync(cancel);
            return snapshot = IsPast(snapshot) ? Aged(snapshot) : snapshot;
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
            snapshot = snapshot is not { } old ? await LoadAsync(cancel)
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

        return old.Next(gone, null, fresh, [.. values], old.AsOf);
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

        foreach (var (id, usedAt, lapsedAt) in await db.ListAsync(ToldSql, ReadTold, cancel))
        {
            if (old.SlotOf(id) is var slot and >= 0 && (old.Rows[slot].Life.UsedAt != usedAt || old.Rows[slot].Life.LapsedAt != lapsedAt))
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

        return old.Next(gone, used, fresh, [.. values], old.AsOf);
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

    private async Task<SiteSnapshot> LoadAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var rows = await db.ListAsync(AllSql, ReadRow, cancel);
        return SiteSnapshot.Of(rows, [.. values], kinds.Ranges, now);
    }

    private SiteRow ReadRow(Npgsql.NpgsqlDataReader row)
    {
        var carried = JsonSerializer.Deserialize<Facet[]>(row.GetString(2), JsonSerializerOptions.Web)!;
        var figures = kinds.Ranges.Count == 0 ? null : FiguresOf(row, carried);
        var facets = figures is null ? carried : Array.FindAll(carried, facet => kinds.RangeNumber(facet.Group) < 0);
        var (kind, life) = (string.Intern(row.GetString(1)), LifeSign.Read(row, 7));
        return new SiteRow(
            row.GetInt64(0), kind, NumbersOf(kinds.Of(kind).FacetsOf(facets, life, clock.Now())), row.GetDateTime(3), row.GetInt32(4), figures, life);
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

    private int[] NumbersOf(IReadOnlyList<Facet> facets) => [.. facets.Select(NumberOf)];

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
