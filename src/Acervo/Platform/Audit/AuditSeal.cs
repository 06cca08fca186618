using Npgsql;
using NpgsqlTypes;

namespace Acervo.Platform.Audit;

/// <summary>
/// Chains what was committed and is in no chain yet, in the order of its transactions. One node at a time, by an advisory lock that no act
/// asks for, in short transactions of its own: killed in the middle, the next look begins where the last commit ended.
/// </summary>
public sealed class AuditSeal(AuditKey key, DatabaseConnections connections, AuditCheckpoints checkpoints, ILogger<AuditSeal> log) : IDisposable
{
    public const long LockKey = 4_202_000_1312;

    private const int BatchSize = 5000;

    /// <summary>
    /// Deeds are found by their absence from the chain, among those of transactions that might not have been over at the last look. A database
    /// that was restored brings transactions "of the future": the first look of a process is at all of it.
    /// </summary>
    private const string UnsealedSql = """
        SELECT a.id, a.mac FROM app.audit a
        WHERE ($1::text IS NULL OR (a.txid >= $1::text::xid8 AND a.txid < pg_snapshot_xmax(pg_current_snapshot())))
          AND NOT EXISTS (SELECT FROM app.audit_links l WHERE l.deed = a.id)
        ORDER BY a.txid, a.id LIMIT $2
        """;

    /// <summary>The oldest transaction that was still open at the last look; all that older ones did is in the chain.</summary>
    private string? horizon;

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

    public void Dispose() => alone.Dispose();

    private async Task<int> LookAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connections.App);
        await connection.OpenAsync(cancel);
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

        await using var insert = new NpgsqlCommand("INSERT INTO app.audit_links (seq, deed, mac) SELECT $1 + n - 1, deed, mac FROM unnest($2, $3) WITH ORDINALITY AS l (deed, mac, n)", connection)
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
        await using var query = new NpgsqlBatch(connection)
        {
            Timeout = 300,
            BatchCommands =
            {
                new("SELECT pg_snapshot_xmin(pg_current_snapshot())::text"),
                new(UnsealedSql) { Parameters = { new() { Value = (object?)horizon ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }, new() { Value = most } } },
            },
        };
        await using var rows = await query.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        var oldest = rows.GetString(0);
        await rows.NextResultAsync(cancel);
        List<(long, byte[])> waiting = [];
        while (await rows.ReadAsync(cancel))
        {
            waiting.Add((rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)));
        }

        // What was over before this look, and is not in it, is chained.
        horizon = waiting.Count == 0 ? oldest : horizon;
        return waiting;
    }
}
