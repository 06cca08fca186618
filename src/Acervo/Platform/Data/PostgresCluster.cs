using System.Diagnostics;
using System.Globalization;

namespace Acervo.Platform.Data;

/// <summary>
/// One private cluster on disk and its server: made whole or not at all, started or adopted, and stopped within seconds whatever state it is in.
/// </summary>
internal sealed class PostgresCluster(PostgresPrograms programs, string folder, string sockets)
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

    /// <summary>How long each way of stopping may take, the gentle one first.</summary>
    private static readonly (string Mode, int Seconds)[] WaysToStop = [("fast", 8), ("immediate", 3)];

    private string PidFile => Path.Combine(folder, "postmaster.pid");

    /// <summary>Whether the server's first process lives.</summary>
    public bool IsAlive => LivingServer() is not null;

    /// <summary>Starts the server, or joins the one that already runs; makes the cluster when there is none.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        await programs.MakeFolderAsync(sockets, cancel);
        await EnsureMadeAsync(cancel);
        // Whoever stopped cleanly left no number of a process, and needs no asking.
        if (File.Exists(PidFile))
        {
            if (await AnswersAsync(cancel))
            {
                return;
            }

            await ForgetDeadServerAsync(cancel);
        }

        // As its number in the cluster, its number beside the socket may be another process's by now, or of one that ended and is still in the list.
        foreach (var claim in Directory.GetFiles(sockets, ".s.PGSQL.*.lock"))
        {
            File.Delete(claim);
        }

        var log = Path.Combine(sockets, "postgres.log");
        try
        {
            await RunOrThrowAsync("pg_ctl", ["-D", folder, "-w", "-t", "120", "-l", log, "-o", $"-k {sockets}", "start"], cancel);
        }
        catch (OperationCanceledException)
        {
            // The server may be there already: it goes on without the program that started it.
            await KillAsync();
            throw;
        }
    }

    /// <summary>Asks, then insists, then kills: a server that hangs must not keep whoever stops it. The next start recovers what was committed.</summary>
    /// <param name="hurry">Kills at once.</param>
    public async Task StopAsync(CancellationToken hurry)
    {
        try
        {
            foreach (var (mode, seconds) in WaysToStop)
            {
                if (IsAlive)
                {
                    await programs.RunAsync("pg_ctl", ["-D", folder, "-m", mode, "-w", "-t", $"{seconds}", "stop"], hurry);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The time to ask is over.
        }

        await KillAsync();
    }

    /// <summary>Ends every process of the server at once, also those that outlived its first one; false when there was none.</summary>
    public bool Kill()
    {
        var any = false;
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (NameOf(process.Id) is "postgres" or "postmaster" && new FileInfo($"/proc/{process.Id}/cwd").LinkTarget == folder)
                {
                    process.Kill();
                    any = true;
                }
            }
        }

        return any;
    }

    /// <summary>A process takes a moment to end, and until then holds memory that the next server asks for.</summary>
    private async Task KillAsync()
    {
        for (var looks = 0; looks < 40 && Kill(); looks++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }
    }

    /// <summary>A cluster is made under another name and gets its own when it is whole: a program killed meanwhile leaves nothing half made.</summary>
    private async Task EnsureMadeAsync(CancellationToken cancel)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var young = folder + ".new";
        if (Directory.Exists(young))
        {
            Directory.Delete(young, recursive: true);
        }

        await programs.MakeFolderAsync(young, cancel);
        await RunOrThrowAsync("initdb", ["-D", young, "-U", "acervo", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums"], cancel);
        await File.AppendAllTextAsync(Path.Combine(young, "postgresql.conf"), Settings, cancel);
        Directory.Move(young, folder);
    }

    /// <summary>Whether the server answers on our socket; it may be starting or recovering.</summary>
    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        var until = Stopwatch.GetTimestamp() + (Patience * Stopwatch.Frequency);
        while (IsAlive && Stopwatch.GetTimestamp() < until)
        {
            var (code, _) = await programs.RunAsync("pg_isready", ["-q", "-h", sockets, "-U", "acervo", "-d", "postgres"], cancel);
            if (code == 0)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), cancel);
        }

        return false;
    }

    /// <summary>
    /// After a crash of the machine the number in <c>postmaster.pid</c> may be some other program's by now, and PostgreSQL would not start;
    /// a server whose socket was swept away cannot be reached any more and is stopped; and processes that outlived theirs hold its memory.
    /// </summary>
    private async Task ForgetDeadServerAsync(CancellationToken cancel)
    {
        await StopAsync(cancel);
        cancel.ThrowIfCancellationRequested();
        File.Delete(PidFile);
    }

    /// <summary>The process that <c>postmaster.pid</c> speaks of, if it is a PostgreSQL at all.</summary>
    private int? LivingServer()
    {
        try
        {
            var first = File.Exists(PidFile) ? File.ReadLines(PidFile).FirstOrDefault() : null;
            return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && NameOf(pid) is "postgres" or "postmaster" ? pid : null;
        }
        catch (FileNotFoundException)
        {
            // It stopped between the two looks.
            return null;
        }
    }

    /// <summary>What a living process is called. One that ended stays in the list until somebody asks how, which may be never.</summary>
    private static string? NameOf(int pid)
    {
        try
        {
            // As in: 4711 (postgres) S 1 …
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var (name, end) = (stat.IndexOf('(', StringComparison.Ordinal) + 1, stat.LastIndexOf(')'));
            return stat[end + 2] is 'Z' or 'X' ? null : stat[name..end];
        }
        catch (IOException)
        {
            // A process may end while it is looked at.
            return null;
        }
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
