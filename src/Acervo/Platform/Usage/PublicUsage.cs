using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Acervo.Platform.Usage;

/// <summary>The counts that anyone may know: of what is in force.</summary>
public sealed class PublicUsage(PublicDb db)
{
    private const int AtOnce = 500;

    private const string OneSql = """
        SELECT date_trunc('month', day::timestamp)::date, channel, sum(count)::bigint, min(day) FROM site.used WHERE kind = $1 AND item = $2 GROUP BY 1, 2
        """;

    private const string AllSql = "SELECT array(SELECT id FROM site.shown WHERE state = 'current' ORDER BY id)";

    /// <summary>Each publication is looked up by itself: joined, all that was ever counted would be added up to find a few.</summary>
    private const string RowsSql = """
        SELECT s.kind, s.slug, s.title, u.month, u.channel, u.count FROM site.shown s
        CROSS JOIN LATERAL (
            SELECT date_trunc('month', d.day::timestamp)::date AS month, d.channel, sum(d.count)::bigint AS count
            FROM site.used d WHERE d.kind = s.kind AND d.item = s.item GROUP BY 1, 2) u
        WHERE s.id = ANY($1) ORDER BY s.id, u.month, u.channel
        """;

    private const string StampSql = """
        SELECT (SELECT coalesce(sum(sequence), 0)::bigint FROM site.usage_batches), count(*), coalesce(max(id), 0) FROM site.shown WHERE state = 'current'
        """;

    public async Task<UsageFigures> OfAsync(string kind, int item, CancellationToken cancel) => new(await db.ListAsync(
        OneSql, row => new UsageSum(row.GetFieldValue<DateOnly>(0), row.GetString(1), row.GetInt64(2), row.GetFieldValue<DateOnly>(3)), cancel, kind, item));

    public async IAsyncEnumerable<UsageRow> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in db.InPartsAsync(await db.IdsAsync(AllSql, cancel), AtOnce, RowsSql, UsageRow.Read, cancel))
        {
            yield return row;
        }
    }

    /// <summary>Changes when any count does, or what is in force.</summary>
    public async Task<string> StampAsync(CancellationToken cancel) => (await db.FindAsync(
        StampSql, row => string.Create(CultureInfo.InvariantCulture, $"{row.GetInt64(0)}-{row.GetInt64(1)}-{row.GetInt64(2)}"), cancel))!;
}

/// <summary>A line of the open data: the readings of a publication in a month by one channel.</summary>
public sealed record UsageRow(string Kind, string Slug, string Title, DateOnly Month, string Channel, long Count)
{
    public static UsageRow Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateOnly>(3), row.GetString(4), row.GetInt64(5));
}
