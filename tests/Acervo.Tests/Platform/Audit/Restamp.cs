using Acervo.Platform.Audit;
using Npgsql;

namespace Acervo.Tests.Platform.Audit;

/// <summary>Signs the whole trail anew as it stands: what somebody does who changed it and holds a key.</summary>
internal static class Restamp
{
    public static async Task AllAsync(NpgsqlConnection connection, AuditKey key)
    {
        List<(long Seq, AuditEntry Entry)> rows = [];
        await using (var query = new NpgsqlCommand(
            $"SELECT l.seq, {AuditEntry.Columns} FROM app.audit_links l JOIN app.audit a ON a.id = l.deed ORDER BY l.seq", connection))
        await using (var reader = await query.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                rows.Add((reader.GetInt64(0), AuditEntry.Read(reader, 1)));
            }
        }

        byte[] previous = [];
        foreach (var (seq, entry) in rows)
        {
            var mac = entry.SignedBy(key).Mac;
            previous = AuditEntry.Link(key, previous, seq, entry.Id, mac);
            await using var update = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new("UPDATE app.audit SET mac = $1 WHERE id = $2") { Parameters = { new() { Value = mac }, new() { Value = entry.Id } } },
                    new("UPDATE app.audit_links SET mac = $1 WHERE seq = $2") { Parameters = { new() { Value = previous }, new() { Value = seq } } },
                },
            };
            await update.ExecuteNonQueryAsync();
        }
    }
}
