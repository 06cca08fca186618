namespace Acervo.Platform.Data;

/// <summary>
/// Watches over the private PostgreSQL while the site serves: when it is gone it is started again, at once the first time and ever more slowly
/// when it does not stay. Once the site is told to stop nothing is started any more, however long the rest takes to end.
/// </summary>
internal sealed class PostgresWatch(
    LocalPostgres postgres, DatabaseState state, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<PostgresWatch> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>A server that lived this long was well, and is started at once when it dies.</summary>
    private static readonly TimeSpan Well = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await WatchAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host calls us only after what was started later has ended, and would take an earlier end for a fault.
        }
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        var (pause, since) = (Look, clock.GetTimestamp());
        while (true)
        {
            if (postgres.IsAlive)
            {
                await Task.Delay(Look, stop);
                continue;
            }

            pause = clock.GetElapsedTime(since) > Well ? Look : TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, Longest.Ticks));
            await Task.Delay(pause, stop);
            await ReviveAsync(stop);
            since = clock.GetTimestamp();
        }
    }

    private async Task ReviveAsync(CancellationToken cancel)
    {
        log.LogError("The private PostgreSQL is gone; it is started again.");
        try
        {
            await postgres.ReviveAsync(cancel);
            state.NoteRestart(clock.GetUtcNow().UtcDateTime);
            log.LogWarning("The private PostgreSQL answers again.");
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // Whatever it was, it is tried again after the pause, and until then the site says that it is not ready.
            log.LogError("The private PostgreSQL did not start: {Reason}", failed.Message);
        }
    }
}
