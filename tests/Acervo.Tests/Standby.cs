using Acervo.Platform.Data;
using Npgsql;

namespace Acervo.Tests;

/// <summary>A streaming replica of the tests' PostgreSQL, whose replay can be held back.</summary>
internal sealed class Standby : IAsyncDisposable
{
    private readonly PostgresPrograms programs = PostgresPrograms.Find();
    private readonly string home = Path.Combine(PostgresPrograms.AsRoot ? "/var/lib/acervo" : Path.GetTempPath(), $"standby-{Guid.NewGuid():N}"[..20]);
    private readonly string owner;

    private Standby(string owner) => this.owner = owner;

    /// <summary>The folder of its socket, which names it as a host.</summary>
    public string Host => home;

    private string Data => Path.Combine(home, "data");

    public static async Task<Standby> StartAsync(string owner)
    {
        var standby = new Standby(owner);
        await standby.programs.MakeFolderAsync(standby.home, default);
        var primary = new NpgsqlConnectionStringBuilder(owner);
        await standby.RunAsync("pg_basebackup", "-h", primary.Host!, "-U", primary.Username!, "-D", standby.Data, "-R", "-X", "stream", "-c", "fast");
        await standby.RunAsync("pg_ctl", "-D", standby.Data, "-w", "-t", "60", "-l", Path.Combine(standby.home, "log"), "-o",
            $"-k {standby.home} -c shared_buffers=32MB -c fsync=off", "start");
        return standby;
    }

    /// <summary>Same database and role, with this replica named before the primary: whoever wants the primary must look for it.</summary>
    public DatabaseConnections Before(string primary)
    {
        var settings = new DatabaseSettings();
        settings.Replicas.Add(new NpgsqlConnectionStringBuilder(primary).Host!);
        return DatabaseConnections.From(new NpgsqlConnectionStringBuilder(primary) { Host = home }.ConnectionString, settings);
    }

    /// <summary>Connections to this replica alone, once it is promoted.</summary>
    public DatabaseConnections Alone(string primary) =>
        DatabaseConnections.From(new NpgsqlConnectionStringBuilder(primary) { Host = home }.ConnectionString, new DatabaseSettings());

    /// <summary>Waits until it has all that the primary wrote, and makes it a primary, of the next timeline.</summary>
    public async Task PromoteAsync()
    {
        await using var source = NpgsqlDataSource.Create(owner);
        // A commit that does not wait for the disk is not in what was written yet.
        await using var written = source.CreateCommand("CHECKPOINT");
        await written.ExecuteNonQueryAsync();
        await using var position = source.CreateCommand("SELECT pg_current_wal_lsn()::text");
        var target = (string)(await position.ExecuteScalarAsync())!;
        // Asked again and again, each time anew: a query that stays would hold the replay it waits for (30 s, max_standby_streaming_delay).
        while (await AskAsync($"SELECT pg_last_wal_replay_lsn() < '{target}'") is true)
        {
            await Task.Delay(20);
        }

        await PromoteAsItIsAsync();
    }

    /// <summary>Makes it a primary with what it has got.</summary>
    public Task PromoteAsItIsAsync() => RunAsync("pg_ctl", "-D", Data, "-w", "-t", "120", "promote");

    /// <summary>From here on it gets nothing more of what the primary writes, and still serves.</summary>
    public async Task CutOffAsync()
    {
        await AskAsync("ALTER SYSTEM SET primary_conninfo = ''");
        await AskAsync("SELECT pg_reload_conf()");
        while (await AskAsync("SELECT EXISTS (SELECT FROM pg_stat_wal_receiver)") is true)
        {
            await Task.Delay(20);
        }
    }

    public Task PauseAsync() => AskAsync("SELECT pg_wal_replay_pause()");

    public Task ResumeAsync() => AskAsync("SELECT pg_wal_replay_resume()");

    public async ValueTask DisposeAsync()
    {
        await programs.RunAsync("pg_ctl", ["-D", Data, "-m", "immediate", "-w", "stop"], default);
        Directory.Delete(home, recursive: true);
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Host = home, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        var (code, output) = await programs.RunAsync(program, arguments, default);
        Assert.True(code == 0, $"{program}: {output}");
    }
}
