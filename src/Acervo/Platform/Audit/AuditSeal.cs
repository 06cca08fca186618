using Npgsql;
using NpgsqlTypes;

namespace Acervo.Platform.Audit;

/// <summary>
/// Chains what was committed and is in no chain yet, in the order of its numbers. One node at a time, by an advisory lock that no act
/// asks for, in short transactions of its own: killed in the middle, the next look begins where the last commit ended.
/// </summary>
public sealed class AuditSeal(
    AuditKey key, DatabaseConnections connections, PrimaryFence fence, AuditCheckpoints checkpoints, ILogger<AuditSeal> log) : IDisposable
{
    public const long LockKey = 4_202_000_1312;

    private const int BatchSize = 5000;

    /// <summary>
    /// Deeds are found by their absence from the chain, among those of transactions that might not have been over at the last look. A database
    /// that was restored brings transactions "of the future": the first look of a process is at all of it. The numbers are drawn when a
    /// transaction has done all else: of two that touched the same thing, the one that came second has the higher one, whichever began first.
    /// </summary>
    private const string UnsealedSql = """
        WITH waiting AS MATERIALIZED (
            SELECT a.id, a.mac FROM app.audit a
            WHERE ($1::text IS NULL OR (a.txid >= $1::text::xid8 AND a.txid < pg_snapshot_xmax(pg_current_snapshot())))
              AND NOT EXISTS (SELECT FROM app.audit_links l WHERE l.deed = a.id))
        SELECT id, mac FROM waiting ORDER BY id LIMIT $2
        """;

    private const string LinksSql = """
        INSERT INTO app.audit_links (seq, deed, mac) SELECT $1 + n - 1, deed, mac FROM unnest($2, $3) WITH ORDINALITY AS l (deed, mac, n)
        """;

    private const string MomentSql = """
        SELECT pg_snapshot_xmin(pg_current_snapshot())::text, substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
        """;

    /// <summary>
    /// The oldest transaction that was still open at the last look; all that older ones did is in the chain. It holds on one timeline: a replica
    /// that was promoted gives out numbers of transactions anew.
    /// </summary>
    private (string Oldest, string Timeline)? horizon;

    private readonly SemaphoreSlim bell = new(0, 1);

    private int rung;

    /// <summary>The head this process saw last: a chain never becomes shorter.</summary>
    private (long Seq, byte[] Mac) seen;

    private readonly SemaphoreSlim alone = new(1);

    /// <summary>Chains everything that waits, and says how much it was; nothing when another node is at it.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await alone.WaitAsync(cancel);
        try
        {
            return await LookAsync(cancel);
        }
        finally
        {
            alone.Release();
        }
    }

    /// <summary>Says that a deed was committed here. Whoever did it does not wait.</summary>
    public void Ring()
    {
        if (Interlocked.Exchange(ref rung, 1) == 0)
        {
            bell.Release();
        }
    }

    /// <summary>Waits until a deed was committed here, or for so long.</summary>
    public async Task RungAsync(TimeSpan most, CancellationToken cancel)
    {
        if (await bell.WaitAsync(most, cancel))
        {
            Volatile.Write(ref rung, 0);
        }
    }

    public void Dispose()
    {
        alone.Dispose();
        bell.Dispose();
    }

    private async Task<int> LookAsync(CancellationToken cancel)
    {
        await using var connection = await fence.OpenAsync(connections.App, cancel);
        var total = 0;
        while ((await UnsealedAsync(connection, 1, cancel)).Count > 0 && await SealAsync(connection, cancel) is > 0 and var count)
        {
            total += count;
        }

        return total;
    }

    private async Task<int> SealAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var mine = new NpgsqlCommand($"SELECT pg_try_advisory_xact_lock({LockKey})", connection))
        {
            if (await mine.ExecuteScalarAsync(cancel) is not true)
            {
                return 0;
            }
        }

        await WatchAsync(connection, cancel);
        var (seq, previous) = await HeadAsync(connection, cancel);
        var (first, waiting) = (seq + 1, await UnsealedAsync(connection, BatchSize, cancel));
        List<byte[]> macs = [];
        foreach (var (id, mac) in waiting)
        {
            macs.Add(previous = AuditEntry.Link(key, previous, ++seq, id, mac));
        }

        await using var insert = new NpgsqlCommand(LinksSql, connection)
        {
            Parameters = { new() { Value = first }, new() { Value = waiting.ConvertAll(one => one.Id) }, new() { Value = macs } },
        };
        var written = await insert.ExecuteNonQueryAsync(cancel);
        if (written != waiting.Count)
        {
            throw new RuleException($"La base de datos guardó {written} de {waiting.Count} eslabones de la bitácora.");
        }

        await transaction.CommitAsync(cancel);
        seen = (seq, previous);
        return waiting.Count;
    }

    /// <summary>Whether what was the end of the chain still is in it. If not, what was seen is written outside the database, where it stays.</summary>
    private async Task WatchAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (seen.Seq == 0)
        {
            return;
        }

        await using var query = new NpgsqlCommand("SELECT EXISTS (SELECT FROM app.audit_links WHERE seq = $1 AND mac = $2)", connection)
        {
            Parameters = { new() { Value = seen.Seq }, new() { Value = seen.Mac } },
        };
        if (await query.ExecuteScalarAsync(cancel) is not true)
        {
            log.LogCritical("Link {Seq} of the audit trail is gone or was changed.", seen.Seq);
            await checkpoints.WriteAsync(seen.Seq, seen.Mac, 0, cancel);
            (seen, horizon) = ((0, []), null);
        }
    }

    private static async Task<(long Seq, byte[] Mac)> HeadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var query = new NpgsqlCommand("SELECT seq, mac FROM app.audit_links ORDER BY seq DESC LIMIT 1", connection);
        await using var rows = await query.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)) : (0, []);
    }

    private async Task<List<(long Id, byte[] Mac)>> UnsealedAsync(NpgsqlConnection connection, int most, CancellationToken cancel)
    {
        var from = new NpgsqlParameter { Value = (object?)horizon?.Oldest ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
        await using var query = new NpgsqlBatch(connection)
        {
            Timeout = 300,
            BatchCommands = { new(MomentSql), new(UnsealedSql) { Parameters = { from, new() { Value = most } } } },
        };
        await using var rows = await query.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        var now = (Oldest: rows.GetString(0), Timeline: rows.GetString(1));
        await rows.NextResultAsync(cancel);
        List<(long, byte[])> waiting = [];
        while (await rows.ReadAsync(cancel))
        {
            waiting.Add((rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)));
        }

        if (horizon is { } last && last.Timeline != now.Timeline)
        {
            horizon = null;
            await rows.DisposeAsync();
            return await UnsealedAsync(connection, most, cancel);
        }

        // What was over before this look, and is not in it, is chained.
        horizon = waiting.Count == 0 ? now : horizon;
        return waiting;
    }
}
