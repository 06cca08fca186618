using System.Diagnostics;

namespace Acervo.Platform.Data;

/// <summary>
/// A process of a few lines that outlives ours for a moment: a program that is killed outright cannot stop its PostgreSQL, so this does, unless
/// somebody else works with it or has taken it over by then.
/// </summary>
internal sealed class PostgresGuard(DataFolder folder, PostgresPrograms programs, string cluster) : IDisposable
{
    /// <summary>
    /// The end of its input is the end of our program, however it came. A start that follows soon takes the server over within the pause; after
    /// that the locks decide, the same ones and in the same order as in <see cref="PostgresUse"/>.
    /// </summary>
    private const string Script = """
        trap '' HUP INT TERM
        exec >/dev/null 2>&1
        cd /
        read -r nothing
        sleep 8
        turn=$1 share=$2
        shift 2
        exec flock -w 120 "$turn" flock -n "$share" sh -c '"$@" -m fast stop || "$@" -m immediate stop' stop "$@"
        """;

    private Process? guard;

    public void Watch()
    {
        if (guard is not null)
        {
            return;
        }

        // A session of its own: what ends a whole group of processes must not end this one.
        string[] locks = [folder.PathOf(PostgresUse.TurnFile), folder.PathOf(PostgresUse.ShareFile)];
        string[] stop = [.. programs.CommandOf("pg_ctl"), "-D", cluster, "-w", "-t", "5"];
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Script, "acervo-guard", .. locks, .. stop])
        {
            RedirectStandardInput = true,
            UseShellExecute = false
        };
        guard = Process.Start(start) ?? throw new InvalidOperationException("sh did not start.");
    }

    /// <summary>We are ending while a server may still come up: the guard looks, as if we had been killed.</summary>
    public void TakeOver()
    {
        guard?.Dispose();
        guard = null;
    }

    /// <summary>We are ending as we should, and have seen to the server ourselves.</summary>
    public void Dispose()
    {
        if (guard is not null)
        {
            guard.Kill();
            guard.Dispose();
            guard = null;
        }
    }
}
