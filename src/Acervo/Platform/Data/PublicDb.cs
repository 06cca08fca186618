using System.Runtime.CompilerServices;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Npgsql;
using NpgsqlTypes;

namespace Acervo.Platform.Data;

/// <summary>
/// What anyone may read: schema <c>site</c> through role <c>acervo_public</c>, from a replica where there is one that is up to date. It is a
/// thin door to Npgsql and not a second EF context: public reads are few, hot and written as SQL.
/// </summary>
public sealed class PublicDb : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource primary;
    private readonly NpgsqlDataSource nearest;
    private readonly List<NpgsqlDataSource> hosts = [];
    private volatile bool behind;

    public PublicDb(DatabaseConnections connections, PublicationKinds kinds, PrimaryFence fence)
    {
        var builder = new NpgsqlDataSourceBuilder(connections.Public);
        // The views of the site show the rows of these kinds: what a module published is invisible while it is off.
        builder.ConnectionStringBuilder.Options = ($"{builder.ConnectionStringBuilder.Options} -c "
            + $"acervo.kinds={string.Join(',', kinds.All.Select(kind => kind.Kind))}").Trim();
        builder.UsePhysicalConnectionInitializer(
            _ => throw new NotSupportedException("Public reads are asynchronous."), connection => fence.CheckAsync(connection, CancellationToken.None));
        if (!connections.Public.Contains(',', StringComparison.Ordinal))
        {
            // With one host there is nothing to choose, and choosing costs at every command.
            primary = nearest = source = builder.Build();
            return;
        }

        var several = builder.BuildMultiHost();
        (source, primary, nearest) = (several, several.WithTargetSession(TargetSessionAttributes.Primary),
            several.WithTargetSession(TargetSessionAttributes.PreferStandby));
        foreach (var host in builder.ConnectionStringBuilder.Host!.Split(','))
        {
            hosts.Add(NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connections.Public)
            {
                Host = host,
                MaxPoolSize = 2,
                Timeout = 3,
                CommandTimeout = 3,
                KeepAlive = 0
            }));
        }
    }

    /// <summary>Where commands come from. Positional parameters only (<c>$1</c>), so that statements are prepared once per connection.</summary>
    public NpgsqlDataSource Reads => behind ? primary : nearest;

    public bool HasReplicas => hosts.Count > 0;

    /// <summary>Reads go to the primary from now on: something was published or withdrawn, and a replica may not know it yet.</summary>
    public void DistrustReplicas() => behind = HasReplicas;

    /// <summary>Lets reads go to the replicas if every one that answers has got as far as this.</summary>
    /// <returns>Whether one that was believed turned out late: what was read of it may be stale.</returns>
    public async Task<bool> TrustReplicasAsync(NpgsqlLogSequenceNumber written, CancellationToken cancel)
    {
        var believed = !behind;
        var late = await Task.WhenAll(hosts.Select(host => IsBehindAsync(host, written, cancel)));
        behind = Array.Exists(late, one => one);
        return believed && behind;
    }

    public async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        List<T> list = [];
        var changes = ChangesIn(rows);
        while (await rows.ReadAsync(cancel))
        {
            Tell(rows, changes);
            list.Add(read(rows));
        }

        return list;
    }

    public async Task<T?> FindAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel, params object?[] values)
        where T : class
    {
        await using var command = Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        if (!await rows.ReadAsync(cancel))
        {
            return null;
        }

        Tell(rows, ChangesIn(rows));
        return read(rows);
    }

    /// <summary>
    /// Rows for somebody who may read slowly, a part at a time: no connection is held while a part is written out, so slow downloads keep
    /// nobody else waiting.
    /// </summary>
    /// <param name="ids">The rows that were there at the beginning, in the order to be read.</param>
    /// <param name="size">How many are in memory at a time.</param>
    /// <param name="sql">Reads the rows of <c>$1</c>, an array of ids.</param>
    /// <param name="read">One row.</param>
    /// <param name="cancel">Stops it.</param>
    public async IAsyncEnumerable<T> InPartsAsync<T>(long[] ids, int size, string sql, Func<NpgsqlDataReader, T> read,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var part in ids.Chunk(size))
        {
            foreach (var row in await ListAsync(sql, read, cancel, (object)part))
            {
                yield return row;
            }
        }
    }

    /// <summary>The ids that a question finds; <paramref name="sql"/> selects one array.</summary>
    public async Task<long[]> IdsAsync(string sql, CancellationToken cancel, params object?[] values) =>
        (await FindAsync(sql, row => row.GetFieldValue<long[]>(0), cancel, values))!;

    public NpgsqlCommand Command(string sql, params object?[] values)
    {
        var command = Reads.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        await source.DisposeAsync();
    }

    /// <summary>The columns that say when what a row says changes by itself; not looked for when no answer is being made.</summary>
    private static int[] ChangesIn(NpgsqlDataReader rows) => !GoodUntil.IsAsked ? []
        : [.. Enumerable.Range(0, rows.FieldCount).Where(at => rows.GetName(at) is "opens_at" or "closes_at" or "look_at" or "doubt_at")];

    private static void Tell(NpgsqlDataReader row, int[] changes)
    {
        foreach (var at in changes)
        {
            if (!row.IsDBNull(at))
            {
                GoodUntil.Tell(row.GetDateTime(at));
            }
        }
    }

    /// <summary>A primary never is; a replica that does not answer serves nobody, and is asked again before it does.</summary>
    private static async Task<bool> IsBehindAsync(NpgsqlDataSource host, NpgsqlLogSequenceNumber written, CancellationToken cancel)
    {
        try
        {
            await using var command = host.CreateCommand("SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() < $1");
            command.Parameters.Add(new NpgsqlParameter { Value = written, NpgsqlDbType = NpgsqlDbType.PgLsn });
            return await command.ExecuteScalarAsync(cancel) is true;
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }
}
