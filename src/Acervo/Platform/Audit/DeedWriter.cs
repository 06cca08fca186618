using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>Writes signed deeds into the transaction of the act. It takes no lock: whoever acts at the same time waits for nothing.</summary>
public sealed class DeedWriter(AuditKey key, TimeProvider clock, ILogger<DeedWriter> log)
{
    /// <summary>Writes the deeds inside the transaction that the connection has open, and reads them back.</summary>
    /// <exception cref="RuleException">The database did not keep them as they were written: the act must not happen without its deed.</exception>
    public async Task<IReadOnlyList<AuditEntry>> WriteAsync(NpgsqlConnection connection, IReadOnlyList<Deed> deeds, CancellationToken cancel)
    {
        var at = Microseconds(clock.GetUtcNow().UtcDateTime);
        List<AuditEntry> entries = [];
        await using (var numbers = new NpgsqlCommand("SELECT nextval('app.audit_id'), pg_current_xact_id()::text FROM generate_series(1, $1)", connection))
        {
            numbers.Parameters.Add(new() { Value = deeds.Count });
            await using var rows = await numbers.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
            {
                entries.Add(AuditEntry.Of(key, rows.GetInt64(0), rows.GetString(1), at, deeds[entries.Count]));
            }
        }

        var carried = deeds.SelectMany((deed, i) => deed.Rows.Select((row, n) => (Deed: entries[i].Id, N: n + 1, Row: row))).ToList();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Insert(entries));
        if (carried.Count > 0)
        {
            batch.BatchCommands.Add(Insert(carried));
        }

        await batch.ExecuteNonQueryAsync(cancel);
        await ReadBackAsync(connection, entries, carried.Count, cancel);
        return entries;
    }

    /// <summary>A trigger may swallow or change what was written: only what is there, as it was signed, counts.</summary>
    private async Task ReadBackAsync(NpgsqlConnection connection, List<AuditEntry> entries, int carried, CancellationToken cancel)
    {
        await using var query = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new($"SELECT {AuditEntry.Columns} FROM app.audit a WHERE a.id = ANY ($1) ORDER BY a.id") { Parameters = { Ids(entries) } },
                new("SELECT count(*) FROM app.audit_rows WHERE deed = ANY ($1)") { Parameters = { Ids(entries) } },
            },
        };
        await using var rows = await query.ExecuteReaderAsync(cancel);
        var kept = 0;
        while (await rows.ReadAsync(cancel))
        {
            kept += AuditEntry.Read(rows).IsSigned(key) ? 1 : 0;
        }

        await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        if (kept != entries.Count || rows.GetInt64(0) != carried)
        {
            log.LogCritical(
                "The database kept {Kept} of {Written} deeds as they were written: somebody changed the tables of the audit trail.", kept, entries.Count);
            throw new RuleException("La base de datos no guardó en la bitácora lo que usted hizo, y por eso no se hizo. Avise a quien administra el sitio.");
        }
    }

    private static NpgsqlBatchCommand Insert(List<AuditEntry> entries) => new("""
        INSERT INTO app.audit (id, txid, at, person_id, verb, subject, detail, row_count, rows_hash, mac)
        SELECT id, pg_current_xact_id(), at, person_id, verb, subject, detail, row_count, rows_hash, mac
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS d (id, at, person_id, verb, subject, detail, row_count, rows_hash, mac)
        """)
    {
        Parameters =
        {
            Ids(entries),
            new() { Value = entries.ConvertAll(entry => entry.At) },
            new() { Value = entries.ConvertAll(entry => entry.PersonId), DataTypeName = "integer[]" },
            new() { Value = entries.ConvertAll(entry => entry.Verb) },
            new() { Value = entries.ConvertAll(entry => entry.Subject) },
            new() { Value = entries.ConvertAll(entry => entry.Detail) },
            new() { Value = entries.ConvertAll(entry => entry.RowCount) },
            new() { Value = entries.ConvertAll(entry => entry.RowsHash) },
            new() { Value = entries.ConvertAll(entry => entry.Mac) },
        },
    };

    private static NpgsqlBatchCommand Insert(List<(long Deed, int N, DeedRow Row)> carried) => new(
        "INSERT INTO app.audit_rows (deed, n, subject, detail) SELECT * FROM unnest($1, $2, $3, $4)")
    {
        Parameters =
        {
            new() { Value = carried.ConvertAll(one => one.Deed) },
            new() { Value = carried.ConvertAll(one => one.N) },
            new() { Value = carried.ConvertAll(one => one.Row.Subject) },
            new() { Value = carried.ConvertAll(one => one.Row.Detail) },
        },
    };

    private static NpgsqlParameter Ids(List<AuditEntry> entries) => new() { Value = entries.ConvertAll(entry => entry.Id) };

    /// <summary>PostgreSQL keeps microseconds: what is signed must be what comes back.</summary>
    private static DateTime Microseconds(DateTime time) => new(time.Ticks / 10 * 10, DateTimeKind.Utc);
}
