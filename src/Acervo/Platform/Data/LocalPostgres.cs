using Npgsql;

namespace Acervo.Platform.Data;

/// <summary>
/// The private PostgreSQL of an installation that names no database: a cluster with checksums, on a Unix socket only,
/// started with the program and stopped with it. An orphan left by a killed program is adopted.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private const string Settings = """

        # Written by Acervo when it made the cluster.
        listen_addresses = ''
        max_connections = 120
        shared_buffers = 192MB
        effective_cache_size = 1GB
        random_page_cost = 1.1
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        autovacuum_vacuum_insert_scale_factor = 0.05
        max_wal_size = 2GB
        """;

    private readonly PostgresPrograms programs;
    private readonly string cluster;
    private readonly string sockets;
    private readonly bool keepRunning;

    private LocalPostgres(PostgresPrograms programs, string cluster, string sockets, bool keepRunning) =>
        (this.programs, this.cluster, this.sockets, this.keepRunning) = (programs, cluster, sockets, keepRunning);

    /// <summary>Starts the cluster of a data folder, or joins it when it already runs.</summary>
    /// <param name="folder">The data folder it belongs to.</param>
    /// <param name="stopAtEnd">Whether disposing stops the server: yes for the server process, no for a command beside it.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public static async Task<LocalPostgres> StartAsync(DataFolder folder, bool stopAtEnd, CancellationToken cancel = default)
    {
        var programs = PostgresPrograms.Find();
        var home = PostgresPrograms.AsRoot ? Path.Combine("/var/lib/acervo", folder.Fingerprint) : folder.Root;
        if (PostgresPrograms.AsRoot)
        {
            Directory.CreateDirectory(home);
        }

        // A socket path may hold 107 bytes: a deep data folder would not fit, the temporary folder does.
        var sockets = Path.Combine(Path.GetTempPath(), $"acervo-{folder.Fingerprint}");
        await programs.MakeFolderAsync(sockets, cancel);
        var postgres = new LocalPostgres(programs, Path.Combine(home, "postgres"), sockets, !stopAtEnd);
        await postgres.EnsureClusterAsync(cancel);
        await postgres.EnsureRunningAsync(cancel);
        return postgres;
    }

    /// <summary>Connection string of the cluster's owner for one database; the database is made when it is missing.</summary>
    public async Task<string> DatabaseAsync(string name, CancellationToken cancel = default)
    {
        await using var server = new NpgsqlConnection(OwnerConnection("postgres"));
        await server.OpenAsync(cancel);
        await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", server) { Parameters = { new() { Value = name } } };
        if (await find.ExecuteScalarAsync(cancel) is null)
        {
            await using var make = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", server);
            await make.ExecuteNonQueryAsync(cancel);
        }

        return OwnerConnection(name);
    }

    public string OwnerConnection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = sockets,
        Username = "acervo",
        Database = database,
        IncludeErrorDetail = false,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (!keepRunning)
        {
            await programs.RunAsync("pg_ctl", ["-D", cluster, "-m", "fast", "-w", "stop"], CancellationToken.None);
        }
    }

    private async Task EnsureClusterAsync(CancellationToken cancel)
    {
        if (await ExistsAsync(Path.Combine(cluster, "PG_VERSION"), cancel))
        {
            return;
        }

        await programs.MakeFolderAsync(cluster, cancel);
        await RunOrThrowAsync("initdb", ["-D", cluster, "-U", "acervo", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums"], cancel);
        await File.AppendAllTextAsync(Path.Combine(cluster, "postgresql.conf"), Settings, cancel);
    }

    private async Task EnsureRunningAsync(CancellationToken cancel)
    {
        var (status, _) = await programs.RunAsync("pg_ctl", ["-D", cluster, "status"], cancel);
        if (status == 0)
        {
            return;
        }

        var log = Path.Combine(sockets, "postgres.log");
        await RunOrThrowAsync("pg_ctl", ["-D", cluster, "-w", "-t", "60", "-l", log, "-o", $"-k {sockets}", "start"], cancel);
    }

    private async Task RunOrThrowAsync(string program, string[] arguments, CancellationToken cancel)
    {
        var (code, output) = await programs.RunAsync(program, arguments, cancel);
        if (code != 0)
        {
            throw new RuleException($"La base de datos propia no arrancó ({program}, código {code}): {output.Trim()}");
        }
    }

    private async Task<bool> ExistsAsync(string path, CancellationToken cancel) =>
        (await programs.RunAsync("/usr/bin/test", ["-e", path], cancel)).ExitCode == 0;
}
