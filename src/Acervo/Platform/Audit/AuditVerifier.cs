using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>Reads the whole trail and says where it was tampered with: edited, deleted, inserted, reordered, cut or restamped.</summary>
public sealed class AuditVerifier(DatabaseConnections connections, AuditKey key, AuditCheckpoints checkpoints)
{
    /// <summary>The verdict; a checkpoint file that somebody altered is one too.</summary>
    public async Task<AuditVerdict> VerifyAsync(IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        try
        {
            return await ReadTrailAsync(progress, cancel);
        }
        catch (RuleException altered)
        {
            return AuditVerdict.Broken(0, altered.Message);
        }
    }

    /// <summary>Checks every row against the one before it, and the chain against the checkpoints kept outside the database.</summary>
    private async Task<AuditVerdict> ReadTrailAsync(IProgress<long>? progress, CancellationToken cancel)
    {
        await using var source = DatabaseConnections.SourceOf(connections.App);
        await using var command = source.CreateCommand("SELECT seq, at, person_id, verb, subject, detail, mac FROM app.audit ORDER BY seq");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var pending = new Queue<AuditCheckpoint>(checkpoints.Read());
        byte[] previous = [];
        long seq = 0;
        while (await rows.ReadAsync(cancel))
        {
            var entry = new AuditEntry(
                rows.GetInt64(0), rows.GetDateTime(1), rows.IsDBNull(2) ? null : rows.GetInt32(2), rows.GetString(3), rows.GetString(4), rows.GetString(5), rows.GetFieldValue<byte[]>(6));
            if (entry.Seq != ++seq || !entry.IsSignedAfter(key.Value, previous))
            {
                return AuditVerdict.Broken(seq, $"La fila {seq} de la bitácora falta o fue alterada.");
            }

            previous = entry.Mac;
            while (pending.TryPeek(out var point) && point.Seq == seq)
            {
                pending.Dequeue();
                if (!point.Head.AsSpan().SequenceEqual(previous))
                {
                    return AuditVerdict.Broken(seq, $"La bitácora fue reescrita antes de la fila {seq}: no coincide con el punto de control del {point.At:yyyy-MM-dd HH:mm} UTC.");
                }
            }

            progress?.Report(seq);
        }

        return pending.TryPeek(out var cut)
            ? AuditVerdict.Broken(seq, $"A la bitácora le faltan filas al final: hay {seq} y el punto de control del {cut.At:yyyy-MM-dd HH:mm} UTC vio {cut.Seq}.")
            : new AuditVerdict(true, seq, $"Bitácora íntegra: {seq} filas verificadas.");
    }
}

/// <summary>The outcome of a verification, with the last row reached and a Spanish sentence.</summary>
public sealed record AuditVerdict(bool Intact, long LastSeq, string Sentence)
{
    public static AuditVerdict Broken(long seq, string sentence) => new(false, seq, sentence);
}
