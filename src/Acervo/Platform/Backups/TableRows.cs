using Npgsql;

namespace Acervo.Platform.Backups;

/// <summary>How many rows each table of people's work has, to know a copy for whole.</summary>
internal static class TableRows
{
    private const string Tables = """
        SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
        WHERE table_schema IN ('app', 'site') AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'qrtz%' AND table_name <> 'tries' ORDER BY 1
        """;

    public static async Task<Dictionary<string, long>> CountAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await CountAsync(connection, cancel);
    }

    public static async Task<Dictionary<string, long>> CountAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        List<string> names = [];
        await using (var tables = new NpgsqlCommand(Tables, connection))
        await using (var rows = await tables.ExecuteReaderAsync(cancel))
        {
            while (await rows.ReadAsync(cancel))
            {
                names.Add(rows.GetString(0));
            }
        }

        Dictionary<string, long> counts = [];
        foreach (var name in names)
        {
            await using var count = new NpgsqlCommand($"SELECT count(*) FROM {name}", connection) { CommandTimeout = 600 };
            counts[name] = (long)(await count.ExecuteScalarAsync(cancel))!;
        }

        return counts;
    }
}
