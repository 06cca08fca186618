using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>Appends to the audit trail. Each row signs the one before it with a key that is not in the database.</summary>
public sealed class AuditChain(AuditKey key, TimeProvider clock)
{
    private const long LockKey = 4_202_000_1312;

    /// <summary>Writes the deeds at the end of the chain, inside the transaction that the context has open.</summary>
    public async Task AppendAsync(DbContext db, IEnumerable<Deed> deeds, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await AppendAsync(connection, deeds, cancel);
    }

    /// <summary>Writes the deeds at the end of the chain, inside the transaction that the connection has open.</summary>
    public async Task AppendAsync(NpgsqlConnection connection, IEnumerable<Deed> deeds, CancellationToken cancel)
    {
        var (seq, mac) = await HeadAsync(connection, cancel);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var deed in deeds)
        {
            seq++;
            var at = Microseconds(clock.GetUtcNow().UtcDateTime);
            mac = AuditEntry.Sign(key.Value, mac, seq, at, deed);
            batch.BatchCommands.Add(Insert(seq, at, deed, mac));
        }

        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The last row. The lock is held to the end of the transaction, so that the chain has one order.</summary>
    private static async Task<(long Seq, byte[] Mac)> HeadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT pg_advisory_xact_lock({LockKey});
            SELECT seq, mac FROM app.audit ORDER BY seq DESC LIMIT 1
            """, connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        await rows.NextResultAsync(cancel);
        return await rows.ReadAsync(cancel) ? (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)) : (0, []);
    }

    private static NpgsqlBatchCommand Insert(long seq, DateTime at, Deed deed, byte[] mac) => new(
        "INSERT INTO app.audit (seq, at, person_id, verb, subject, detail, mac) VALUES ($1, $2, $3, $4, $5, $6, $7)")
    {
        Parameters =
        {
            new() { Value = seq },
            new() { Value = at },
            new() { Value = (object?)deed.PersonId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer },
            new() { Value = deed.Verb },
            new() { Value = deed.Subject },
            new() { Value = deed.Detail },
            new() { Value = mac },
        },
    };

    /// <summary>PostgreSQL keeps microseconds: what is signed must be what comes back.</summary>
    private static DateTime Microseconds(DateTime time) => new(time.Ticks / 10 * 10, DateTimeKind.Utc);
}

/// <summary>The key that signs the audit trail; it lives beside the database, never in it.</summary>
public sealed record AuditKey(byte[] Value);
