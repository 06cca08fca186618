using System.Security.Cryptography;
using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>Reads the rows that deeds carry, checks them against what each deed signed, and keeps what they say last of the things witnesses ask for.</summary>
internal sealed class RowsReading(NpgsqlConnection connection, AuditFaults faults)
{
    private const string Sql = """
        SELECT r.deed, r.n, r.subject, r.detail FROM app.audit_rows r LEFT JOIN app.audit_links l ON l.deed = r.deed
        ORDER BY l.seq NULLS LAST, r.deed, r.n
        """;

    /// <returns>By kind, the last that is signed of each thing.</returns>
    public async Task<Dictionary<string, Dictionary<string, string>>> ReadAsync(
        Dictionary<long, (int Count, byte[] Hash)> carriers, IEnumerable<string> kinds, CancellationToken cancel)
    {
        var signed = kinds.ToDictionary(kind => kind, _ => new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        await using var query = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0 };
        await using var rows = await query.ExecuteReaderAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (deed, count) = (0L, 0);
        while (await rows.ReadAsync(cancel))
        {
            if (count > 0 && rows.GetInt64(0) != deed)
            {
                Close(carriers, deed, count, hash);
                count = 0;
            }

            deed = rows.GetInt64(0);
            count++;
            var row = new DeedRow(rows.GetString(2), rows.GetString(3));
            hash.AppendData(row.BytesAt(rows.GetInt32(1)));
            if (signed.TryGetValue(row.Subject.Split('/')[0], out var known))
            {
                known[row.Subject] = row.Detail;
            }
        }

        if (count > 0)
        {
            Close(carriers, deed, count, hash);
        }

        foreach (var left in carriers.Keys.Order())
        {
            faults.Add($"Faltan las filas que llevaba el acto {left} de la bitácora.");
        }

        return signed;
    }

    private void Close(Dictionary<long, (int Count, byte[] Hash)> carriers, long deed, int count, IncrementalHash hash)
    {
        var found = hash.GetHashAndReset();
        if (!carriers.Remove(deed, out var wanted) || wanted.Count != count || !found.AsSpan().SequenceEqual(wanted.Hash))
        {
            faults.Add($"Las filas que lleva el acto {deed} de la bitácora fueron alteradas.");
        }
    }
}
