using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Acervo.Platform.Jobs;
using Npgsql;

namespace Acervo.Platform.Data;

/// <summary>Applies the SQL files of every <c>Schema/</c> folder once and in order, Platform before modules, one node at a time.</summary>
/// <param name="connections">Where to.</param>
/// <param name="settings">The passwords of the roles.</param>
/// <param name="fence">Asked about the server, over the same connection, before anything is done to it.</param>
public sealed class Migrator(DatabaseConnections connections, DatabaseSettings settings, PrimaryFence? fence = null)
{
    private const long LockKey = 4_202_000_1311;

    /// <summary>Brings the database to the program's schema. Returns the names of the files applied now.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancel = default)
    {
        await using var owner = DatabaseConnections.SourceOf(connections.Owner);
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await (fence?.CheckAsync(connection, cancel) ?? Task.CompletedTask);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({LockKey})", cancel);
        await EnsureRolesAsync(connection, settings, cancel);
        await ExecuteAsync(connection, """
            CREATE SCHEMA IF NOT EXISTS app; CREATE SCHEMA IF NOT EXISTS site;
            CREATE TABLE IF NOT EXISTS app.migrations (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
            """, cancel);
        var known = await AppliedAsync(connection, cancel);
        List<string> applied = [];
        foreach (var (name, sql) in Files())
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (known.TryGetValue(name, out var before))
            {
                _ = before == hash ? true : throw new RuleException($"El archivo de esquema {name} cambió después de aplicarse; los cambios van en un "
                    + "archivo nuevo.");
                continue;
            }

            await ApplyAsync(connection, name, sql, hash, cancel);
            applied.Add(name);
        }

        await JobStore.ProvisionAsync(connection, connections.Owner, cancel);
        return applied;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, string name, string sql, string hash, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, sql, cancel);
        await using var record = new NpgsqlCommand("INSERT INTO app.migrations (name, sha256) VALUES ($1, $2)", connection)
        {
            Parameters = { new() { Value = name }, new() { Value = hash } },
        };
        await record.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        Dictionary<string, string> known = [];
        await using var query = new NpgsqlCommand("SELECT name, sha256 FROM app.migrations", connection);
        await using var rows = await query.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            known[rows.GetString(0)] = rows.GetString(1);
        }

        return known;
    }

    /// <summary>Makes the two working roles where they are missing: they belong to the server and not to the database.</summary>
    internal static async Task EnsureRolesAsync(NpgsqlConnection connection, DatabaseSettings settings, CancellationToken cancel)
    {
        foreach (var (role, password) in new[] { (DatabaseConnections.AppRole, settings.AppPassword),
            (DatabaseConnections.PublicRole, settings.PublicPassword) })
        {
            // Two databases of one server may migrate at once: a role that appeared meanwhile is as good as one made here.
            await ExecuteAsync(connection, $"""
                DO $$ BEGIN CREATE ROLE {role} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                """, cancel);
            if (password is not null)
            {
                await ExecuteAsync(connection, $"ALTER ROLE {role} PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'", cancel);
            }
        }
    }

    /// <summary>The names of the files that this program knows.</summary>
    internal static IEnumerable<string> Names() => Files().Select(file => file.Name);

    private static IEnumerable<(string Name, string Sql)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .OrderBy(name => name.Contains(".Platform.", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(name => name.Contains(".Platform.", StringComparison.Ordinal) ? Order(name) : name, StringComparer.Ordinal)
            .Select(name => (name["Acervo.".Length..], Read(assembly, name)));
    }

    /// <summary>Platform files depend on one another across folders, so their number counts before their folder.</summary>
    private static string Order(string name) => name[(name.IndexOf(".Schema.", StringComparison.Ordinal) + ".Schema.".Length)..];

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
