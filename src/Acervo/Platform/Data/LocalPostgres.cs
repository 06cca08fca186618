using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Acervo.Platform.Data;

/// <summary>
/// The private PostgreSQL of an installation that names no database: a cluster with checksums, on a Unix socket only, that runs while any
/// program of ours works with it. One left behind by a killed program is adopted, or stopped by its guard.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    /// <summary>The database that an installation of its own works in.</summary>
    public const string Database = "acervo";

    private readonly PostgresCluster cluster;
    private readonly PostgresUse use;
    private readonly PostgresGuard guard;
    private readonly string sockets;

    /// <summary>Nothing is started after this.</summary>
    [SuppressMessage("Major Bug", "S2930", Justification = "Without a timer it holds nothing, and a late end may still cancel it.")]
    private readonly CancellationTokenSource ending = new();

    /// <summary>Nothing is waited for after this.</summary>
    [SuppressMessage("Major Bug", "S2930", Justification = "Without a timer it holds nothing, and a late end may still cancel it.")]
    private readonly CancellationTokenSource killed = new();

    private LocalPostgres(PostgresCluster cluster, PostgresUse use, PostgresGuard guard, string sockets) =>
        (this.cluster, this.use, this.guard, this.sockets) = (cluster, use, guard, sockets);

    /// <summary>Whether the server's first process lives.</summary>
    public bool IsAlive => cluster.IsAlive;

    /// <summary>The cluster of a data folder, at rest or not: where it will answer is known before it does.</summary>
    public static LocalPostgres Of(DataFolder folder)
    {
        var home = PostgresPrograms.AsRoot ? Path.Combine("/var/lib/acervo", folder.Fingerprint) : folder.Root;
        var sockets = SocketFolder.Of(home, folder.Fingerprint);
        var (programs, cluster) = (PostgresPrograms.Find(), Path.Combine(home, "postgres"));
        return new LocalPostgres(new PostgresCluster(programs, cluster, sockets), new PostgresUse(folder), new PostgresGuard(folder, programs, cluster),
            sockets);
    }

    /// <summary>Starts the server, or joins the one that already runs; makes the cluster when there is none.</summary>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, ending.Token);
        await use.JoinAsync(
            () =>
            {
                guard.Watch();
                return cluster.StartAsync(either.Token);
            },
            either.Token);
    }

    /// <summary>Starts a server that died, once what is left of it is gone; never one that was told to end.</summary>
    internal async Task ReviveAsync(CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, ending.Token);
        await use.InTurnAsync(() => cluster.StartAsync(either.Token), either.Token);
    }

    /// <summary>Ends the server at once, for a program whose time to stop is over.</summary>
    internal void Kill()
    {
        ending.Cancel();
        killed.Cancel();
        cluster.Kill();
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
        // Connections kept for later would be found broken by whoever starts the server again in this process.
        NpgsqlConnection.ClearAllPools();
        // A start of ours that is under way has the turn, and would keep us from ours.
        await ending.CancelAsync();
        if (!await use.LeaveAsync(() => cluster.StopAsync(killed.Token)))
        {
            guard.TakeOver();
        }

        guard.Dispose();
    }
}
