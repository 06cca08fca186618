using System.Diagnostics;
using System.Globalization;
using Acervo.Platform.Data;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Acervo.Tests.Platform.Data;

/// <summary>The life of a private PostgreSQL, on a cluster of its own: whatever it is doing, a stop ends all of it and nobody starts it again.</summary>
public sealed class LocalPostgresTests : IDisposable
{
    private readonly DataFolder folder = new(Path.Combine(Path.GetTempPath(), $"acervo-life-{Guid.NewGuid():N}"));

    private string Home => PostgresPrograms.AsRoot ? Path.Combine("/var/lib/acervo", folder.Fingerprint) : folder.Root;

    private string Cluster => Path.Combine(Home, "postgres");

    public void Dispose()
    {
        var home = Home;
        folder.Dispose();
        foreach (var path in new[] { home, folder.Root }.Where(Directory.Exists))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_a_start_leaves_nothing_at_work()
    {
        // At once, before it wrote its number, and in the middle of its recovery; stopped as it should be, or by the last resort.
        foreach (var (milliseconds, kill) in new[] { (0, false), (60, true), (200, false) })
        {
            var postgres = LocalPostgres.Of(folder);
            await postgres.StartAsync(TestContext.Current.CancellationToken);
            await File.AppendAllTextAsync(Path.Combine(Cluster, "postgresql.conf"), "\nfsync = off\n", TestContext.Current.CancellationToken);
            KillFirstProcess();
            var start = postgres.ReviveAsync(CancellationToken.None);
            await Task.Delay(milliseconds, TestContext.Current.CancellationToken);

            var began = Stopwatch.GetTimestamp();
            if (kill)
            {
                postgres.Kill();
                await Record.ExceptionAsync(() => start);
                Assert.Empty(Servers());
            }

            await postgres.DisposeAsync();
            await Record.ExceptionAsync(() => start);
            Assert.Empty(Servers());
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(60));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => postgres.ReviveAsync(CancellationToken.None));
            Assert.Empty(Servers());
        }
    }

    [Fact]
    public async Task What_watches_over_it_ends_as_soon_as_the_site_is_told_to_stop()
    {
        await using var postgres = LocalPostgres.Of(folder);
        var site = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        using var watch = new PostgresWatch(postgres, new DatabaseState(), TimeProvider.System, site, NullLogger<PostgresWatch>.Instance);
        await watch.StartAsync(TestContext.Current.CancellationToken);

        site.StopApplication();

        await watch.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.False(postgres.IsAlive);
    }

    [Fact]
    public async Task A_process_that_ended_is_no_server_though_nobody_asked_how_it_ended()
    {
        Directory.CreateDirectory(Cluster);
        var program = folder.PathOf("postgres");
        File.Copy("/bin/sleep", program);
        var start = new ProcessStartInfo("sh", ["-c", "\"$0\" 60 & echo $!; exec sleep 60", program]) { RedirectStandardOutput = true };
        using var parent = Process.Start(start)!;
        try
        {
            var number = (await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
            await File.WriteAllTextAsync(Path.Combine(Cluster, "postmaster.pid"), number + "\n", TestContext.Current.CancellationToken);
            await using var postgres = LocalPostgres.Of(folder);
            await EventuallyAsync(() => postgres.IsAlive);

            KillFirstProcess();

            await EventuallyAsync(() => !postgres.IsAlive);
            Assert.True(Directory.Exists($"/proc/{number}"));
        }
        finally
        {
            parent.Kill(entireProcessTree: true);
        }
    }

    private static async Task EventuallyAsync(Func<bool> holds)
    {
        var began = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(60));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private void KillFirstProcess()
    {
        using var first = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(Cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture));
        first.Kill();
    }

    /// <summary>Processes that work in the cluster, whatever they are called.</summary>
    private List<string> Servers() =>
        [.. Directory.GetDirectories("/proc").Where(process => new FileInfo(Path.Combine(process, "cwd")).LinkTarget == Cluster)];
}
