using System.Security.Cryptography;
using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>Reads the chain from its first link to its last, and the deeds that are not in it yet, and checks every signature.</summary>
internal sealed class ChainReading(NpgsqlConnection connection, AuditKey key, AuditFaults faults)
{
    private const string ChainSql = $"""
        SELECT l.seq, l.deed, l.mac, {AuditEntry.Columns} FROM app.audit_links l LEFT JOIN app.audit a ON a.id = l.deed ORDER BY l.seq
        """;

    private const string UnsealedSql = $"""
        SELECT {AuditEntry.Columns} FROM app.audit a WHERE NOT EXISTS (SELECT FROM app.audit_links l WHERE l.deed = a.id) ORDER BY a.id
        """;

    public long LastSeq { get; private set; }

    public long Unsealed { get; private set; }

    /// <summary>The deeds that carry rows, with how many and their hash.</summary>
    public Dictionary<long, (int Count, byte[] Hash)> Carriers { get; } = [];

    public async Task ReadChainAsync(IReadOnlyList<AuditCheckpoint> checkpoints, IProgress<long>? progress, CancellationToken cancel)
    {
        var pending = new Queue<AuditCheckpoint>(checkpoints);
        byte[] previous = [];
        await using var query = new NpgsqlCommand(ChainSql, connection) { CommandTimeout = 0 };
        await using var rows = await query.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var (seq, deed, mac) = (rows.GetInt64(0), rows.GetInt64(1), rows.GetFieldValue<byte[]>(2));
            if (!Check(rows, seq, deed, mac, previous))
            {
                return;
            }

            (LastSeq, previous) = (seq, mac);
            while (pending.TryPeek(out var point) && point.Seq <= seq)
            {
                pending.Dequeue();
                if (!point.Head.AsSpan().SequenceEqual(mac))
                {
                    faults.AddAt(
                        seq, $"La bitácora fue reescrita antes de la fila {seq}: no coincide con el punto de control del {point.At:yyyy-MM-dd HH:mm} UTC.");
                }
            }

            progress?.Report(seq);
        }

        if (pending.LastOrDefault() is { } cut)
        {
            faults.AddAt(
                LastSeq, $"A la bitácora le faltan filas al final: hay {LastSeq} y el punto de control del {cut.At:yyyy-MM-dd HH:mm} UTC vio {cut.Seq}.");
        }
    }

    public async Task ReadUnsealedAsync(CancellationToken cancel)
    {
        await using var query = new NpgsqlCommand(UnsealedSql, connection) { CommandTimeout = 0 };
        await using var rows = await query.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            Unsealed++;
            var entry = AuditEntry.Read(rows);
            if (!entry.IsSigned(key))
            {
                faults.Add($"El acto {entry.Id}, que está por sellar, fue alterado o inventado.");
            }

            Carry(entry);
        }
    }

    /// <returns>Whether what follows can be told: after a missing or a forged link nothing is in its place.</returns>
    private bool Check(NpgsqlDataReader rows, long seq, long deed, byte[] mac, byte[] previous)
    {
        if (seq != LastSeq + 1 || rows.IsDBNull(3))
        {
            faults.AddAt(LastSeq + 1, $"La fila {LastSeq + 1} de la bitácora falta o fue alterada.");
            return false;
        }

        var entry = AuditEntry.Read(rows, 3);
        Carry(entry);
        if (!entry.IsSigned(key) || !CryptographicOperations.FixedTimeEquals(mac, AuditEntry.Link(key, previous, seq, deed, entry.Mac)))
        {
            faults.AddAt(seq, $"La fila {seq} de la bitácora falta o fue alterada.");
            return false;
        }

        return true;
    }

    private void Carry(AuditEntry entry)
    {
        if (entry.RowCount > 0)
        {
            Carriers[entry.Id] = (entry.RowCount, entry.RowsHash);
        }
    }
}
