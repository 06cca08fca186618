using Npgsql;

namespace Acervo.Platform.Usage;

/// <summary>Adds a batch to what the database has, once however often it is sent: one statement, on a primary that the fence lets pass.</summary>
internal sealed class UsageStore(DatabaseConnections connections, PrimaryFence fence)
{
    /// <summary>
    /// A batch that came in before finds its number taken, also while the first is still at work: it waits for that row. Rows go in one order, so that no
    /// two nodes wait for each other. The first batch of a run forgets runs that ended long ago.
    /// </summary>
    private const string Sql = """
        WITH batch AS (
            INSERT INTO site.usage_batches AS b (node, sequence) VALUES ($1, $2)
            ON CONFLICT (node) DO UPDATE SET sequence = excluded.sequence, at = excluded.at WHERE b.sequence < excluded.sequence RETURNING node),
        old AS (DELETE FROM site.usage_batches WHERE $2 = 1 AND at < now() - interval '1 year')
        INSERT INTO site.usage AS u (kind, item, version, channel, day, count)
        SELECT c.kind, c.item, c.version, c.channel, c.day, c.count
        FROM batch CROSS JOIN unnest($3::text[], $4::integer[], $5::integer[], $6::text[], $7::date[], $8::bigint[])
            c (kind, item, version, channel, day, count)
        ORDER BY c.kind, c.item, c.version, c.channel, c.day
        ON CONFLICT (kind, item, version, channel, day) DO UPDATE SET count = u.count + excluded.count
        """;

    public async Task WriteAsync(UsageBatch batch, CancellationToken cancel)
    {
        await using var connection = await fence.OpenAsync(connections.App, cancel);
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new() { Value = batch.Node },
                new() { Value = batch.Sequence },
                Column(batch, key => key.Kind),
                Column(batch, key => key.Item),
                Column(batch, key => key.Version),
                Column(batch, key => key.Channel),
                Column(batch, key => key.Day),
                new() { Value = batch.Counts.Select(count => count.Times).ToArray() },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlParameter Column<T>(UsageBatch batch, Func<UsageKey, T> value) =>
        new() { Value = batch.Counts.Select(count => value(count.Key)).ToArray() };
}
