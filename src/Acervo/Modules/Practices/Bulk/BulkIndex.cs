using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Npgsql;

namespace Acervo.Modules.Practices.Bulk;

/// <summary>
/// Puts the sown practices into the search index. Filling a GIN index row by row costs more than building it once at the end, and counting
/// words here costs less than parsing every text a second time in the database.
/// </summary>
internal sealed partial class BulkIndex(NpgsqlDataSource owner)
{
    private const string Drop = "DROP INDEX IF EXISTS site.search_whole, site.heads_head";

    private const string Create = """
        CREATE INDEX search_whole ON site.search USING gin (whole) WITH (fastupdate = off);
        CREATE INDEX heads_head ON site.heads USING gin (head) WITH (fastupdate = off);
        """;

    private readonly ConcurrentDictionary<string, int> docs = new(StringComparer.Ordinal);

    public Task BeginAsync(CancellationToken cancel) => RunAsync(Drop, cancel);

    /// <summary>Notes in how many texts each word occurs.</summary>
    public void Count(BulkPractice practice)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var text in (ReadOnlySpan<string>)[practice.Draft.Title, practice.Draft.Summary, practice.Draft.Plain])
        {
            foreach (var match in Word().EnumerateMatches(text))
            {
                seen.Add(text.Substring(match.Index, match.Length).ToLowerInvariant());
            }
        }

        foreach (var word in seen)
        {
            docs.AddOrUpdate(word, 1, (_, count) => count + 1);
        }
    }

    public Task AddAsync(long[] ids, CancellationToken cancel) => RunAsync("SELECT site.index_texts($1)", cancel, ids);

    public async Task EndAsync(CancellationToken cancel)
    {
        await RunAsync(
            """
            INSERT INTO site.words (word, folded, docs) SELECT w, site.fold(w), d FROM unnest($1, $2) AS u (w, d)
            ON CONFLICT (word) DO UPDATE SET docs = site.words.docs + excluded.docs
            """,
            cancel, docs.Keys.ToArray(), docs.Values.ToArray());
        await RunAsync(Create, cancel);
        await RunAsync("VACUUM (ANALYZE) site.publications, site.search, site.heads, site.words, app.practices", cancel);
    }

    private async Task RunAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await using (var memory = new NpgsqlCommand("SET maintenance_work_mem = '256MB'", connection))
        {
            await memory.ExecuteNonQueryAsync(cancel);
        }

        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3600 };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    [GeneratedRegex(@"\p{L}{3,40}", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
