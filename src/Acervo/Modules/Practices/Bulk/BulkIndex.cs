using System.Collections.Concurrent;
using Acervo.Platform.Search;
using Npgsql;

namespace Acervo.Modules.Practices.Bulk;

/// <summary>
/// Puts the sown practices into the search index. Filling a GIN index row by row costs more than building it once at the end, and counting
/// words here costs less than parsing every text a second time in the database.
/// </summary>
internal sealed class BulkIndex(NpgsqlDataSource owner) : IDisposable
{
    private static readonly (string Table, string[] Indexes)[] Tables =
    [
        ("site.search", ["site.search_whole"]),
        ("site.publications", ["site.publications_title_similar"]),
        ("site.heads", ["site.heads_head"]),
        ("app.dossiers", ["app.dossiers_title", "app.dossiers_signature", "app.dossiers_published_signature"]),
    ];

    /// <summary>A load that a crash cuts short is begun again: nobody waits for each piece to be on disk, and texts are packed fast.</summary>
    private const string Settings = """
        SET maintenance_work_mem = '256MB'; SET synchronous_commit = off;
        SELECT set_config('default_toast_compression', 'lz4', false) FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals);
        """;

    private readonly ConcurrentDictionary<string, WordCount> words = new(StringComparer.Ordinal);

    private readonly List<(string Table, string Definition)> dropped = [];

    public async Task BeginAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        foreach (var (table, index) in Tables.SelectMany(table => table.Indexes.Select(index => (table.Table, index))))
        {
            await using var find = new NpgsqlCommand("SELECT pg_get_indexdef(to_regclass($1))", connection) { Parameters = { new() { Value = index } } };
            if (await find.ExecuteScalarAsync(cancel) is string definition)
            {
                dropped.Add((table, definition));
                await RunAsync($"DROP INDEX {index}", cancel);
            }
        }
    }

    /// <summary>A connection to load through.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = await owner.OpenConnectionAsync(cancel);
        await using var settings = new NpgsqlCommand(Settings, connection);
        await settings.ExecuteNonQueryAsync(cancel);
        return connection;
    }

    public void Count(BulkPractice practice) =>
        words.GetOrAdd(practice.Draft.Kind, _ => new WordCount()).Add(practice.Id, practice.Draft.Title, practice.Draft.Summary, practice.Draft.Plain);

    public async Task AddAsync(long[] ids, BulkPractice[] batch, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await SearchIndexing.AddAsync(connection, [.. ids.Zip(batch, (id, practice) => (id, practice.Draft))], cancel);
    }

    /// <summary>Each table on a connection of its own: one processor alone would take twice as long.</summary>
    public Task EndAsync(CancellationToken cancel) => Task.WhenAll(
    [
        .. Tables.Select(async table =>
        {
            foreach (var (_, definition) in dropped.Where(index => index.Table == table.Table))
            {
                await RunAsync(definition, cancel);
            }

            await TidyAsync(table.Table, cancel);
        }),
        AddWordsAsync(cancel),
    ]);

    public void Dispose()
    {
        foreach (var count in words.Values)
        {
            count.Dispose();
        }
    }

    /// <summary>Lets the planner know what came, now and not when the server finds the time.</summary>
    private Task TidyAsync(string table, CancellationToken cancel) => RunAsync($"VACUUM (ANALYZE) {table}", cancel);

    private async Task AddWordsAsync(CancellationToken cancel)
    {
        foreach (var (kind, count) in words)
        {
            var total = count.Total();
            await RunAsync(
                """
                INSERT INTO site.words (kind, word, folded, docs) SELECT $1, w, site.fold(w), d FROM unnest($2, $3) AS u (w, d)
                ON CONFLICT (word, kind) DO UPDATE SET docs = site.words.docs + excluded.docs
                """,
                cancel, kind, total.Keys.ToArray(), total.Values.ToArray());
        }

        await TidyAsync("site.words", cancel);
    }

    private async Task RunAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var connection = await OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3600 };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancel);
    }
}
