using System.Diagnostics;
using System.Globalization;
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

    /// <summary>Seconds that a server which is there may take to answer.</summary>
    private const int Patience = 30;

    /// <summary>The database that an installation of its own works in.</summary>
    public const string Database = "acervo";

    private readonly PostgresPrograms programs;
    private readonly string cluster;
    private readonly string sockets;
    private readonly bool keepRunning;

    private LocalPostgres(PostgresPrograms programs, string cluster, string sockets, bool keepRunning) =>
        (this.programs, this.cluster, this.sockets, this.keepRunning) = (programs, cluster, sockets, keepRunning);

    private string PidFile => Path.Combine(cluster, "postmaster.pid");

    /// <summary>The cluster of a data folder, at rest or not: where it will answer is known before it does.</summary>
    /// <param name="folder">The data folder it belongs to.</param>
    /// <param name="stopAtEnd">Whether disposing stops the server: yes for the server process, no for a command beside it.</param>
    public static LocalPostgres Of(DataFolder folder, bool stopAtEnd)
    {
        var home = PostgresPrograms.AsRoot ? Path.Combine("/var/lib/acervo", folder.Fingerprint) : folder.Root;
        return new LocalPostgres(PostgresPrograms.Find(), Path.Combine(home, "postgres"), SocketFolder.Of(home, folder.Fingerprint), !stopAtEnd);
    }

    /// <summary>Starts the cluster, or joins it when it already runs; makes it when there is none.</summary>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(cluster)!);
        await programs.MakeFolderAsync(sockets, cancel);
        await EnsureClusterAsync(cancel);
        await EnsureRunningAsync(cancel);
    }

    /// <summary>The cluster of a data folder, started.</summary>
    public static async Task<LocalPostgres> StartAsync(DataFolder folder, bool stopAtEnd, CancellationToken cancel = default)
    {
        var postgres = Of(folder, stopAtEnd);
        await postgres.StartAsync(cancel);
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
            // Connections kept for later would be found broken by whoever starts the server again in this process.
            NpgsqlConnection.ClearAllPools();
            await programs.RunAsync("pg_ctl", ["-D", cluster, "-m", "fast", "-w", "stop"], CancellationToken.None);
        }
    }

    /// <summary>A cluster is made under another name and gets its own when it is whole: a program killed meanwhile leaves nothing half made.</summary>
    private async Task EnsureClusterAsync(CancellationToken cancel)
    {
        if (File.Exists(Path.Combine(cluster, "PG_VERSION")))
        {
            return;
        }

        var young = cluster + ".new";
        if (Directory.Exists(young))
        {
            Directory.Delete(young, recursive: true);
        }

        await programs.MakeFolderAsync(young, cancel);
        await RunOrThrowAsync("initdb", ["-D", young, "-U", "acervo", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums"], cancel);
        await File.AppendAllTextAsync(Path.Combine(young, "postgresql.conf"), Settings, cancel);
        Directory.Move(young, cluster);
    }

    /// <summary>Adopts the server that already runs, whoever left it; otherwise starts one.</summary>
    private async Task EnsureRunningAsync(CancellationToken cancel)
    {
        // Whoever stopped cleanly left no number of a process, and needs no asking.
        if (File.Exists(PidFile))
        {
            var (status, _) = await programs.RunAsync("pg_ctl", ["-D", cluster, "status"], cancel);
            if (status == 0 && await AnswersAsync(cancel))
            {
                return;
            }

            await ForgetDeadServerAsync(cancel);
        }

        var log = Path.Combine(sockets, "postgres.log");
        await RunOrThrowAsync("pg_ctl", ["-D", cluster, "-w", "-t", "120", "-l", log, "-o", $"-k {sockets}", "start"], cancel);
    }

    /// <summary>Whether the server answers on our socket; it may be starting or recovering.</summary>
    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        var until = Stopwatch.GetTimestamp() + (Patience * Stopwatch.Frequency);
        do
        {
            var (code, _) = await programs.RunAsync("pg_isready", ["-q", "-h", sockets, "-d", "postgres"], cancel);
            if (code == 0)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), cancel);
        }
        while (Stopwatch.GetTimestamp() < until && await LivingServerAsync(cancel) is not null);

        return false;
    }

    /// <summary>
    /// After a crash of the machine the number in <c>postmaster.pid</c> may be some other program's by now, and PostgreSQL would not start;
    /// and a server whose socket was swept away cannot be reached any more and is stopped.
    /// </summary>
    private async Task ForgetDeadServerAsync(CancellationToken cancel)
    {
        if (await LivingServerAsync(cancel) is not null)
        {
            await programs.RunAsync("pg_ctl", ["-D", cluster, "-m", "fast", "-w", "-t", "60", "stop"], cancel);
        }
        else
        {
            File.Delete(PidFile);
        }
    }

    /// <summary>The process that <c>postmaster.pid</c> speaks of, if it is a PostgreSQL at all.</summary>
    private async Task<int?> LivingServerAsync(CancellationToken cancel)
    {
        if (!File.Exists(PidFile)
            || !int.TryParse((await File.ReadAllLinesAsync(PidFile, cancel)).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
            || !File.Exists($"/proc/{pid}/comm"))
        {
            return null;
        }

        var name = await File.ReadAllTextAsync($"/proc/{pid}/comm", cancel);
        return name.Trim() is "postgres" or "postmaster" ? pid : null;
    }

    private async Task RunOrThrowAsync(string program, string[] arguments, CancellationToken cancel)
    {
        var (code, output) = await programs.RunAsync(program, arguments, cancel);
        if (code != 0)
        {
            throw new RuleException($"La base de datos propia no arrancó ({program}, código {code}): {output.Trim()}");
        }
    }
}
