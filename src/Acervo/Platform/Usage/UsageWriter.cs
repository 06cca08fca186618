using Npgsql;

namespace Acervo.Platform.Usage;

/// <summary>
/// Brings what this node counted to the database every few seconds, and when it stops. While the database is away it goes on counting; a batch
/// whose answer was lost is sent again as it was, before any other.
/// </summary>
internal sealed class UsageWriter(UsageCounter counter, UsageStore store, ILogger<UsageWriter> log) : BackgroundService
{
    /// <summary>What a kill costs, and half of what is allowed.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(3);

    private const int BatchSize = 10_000;

    private readonly SemaphoreSlim turn = new(1, 1);

    private readonly Guid node = Guid.NewGuid();

    private long sequence;

    private UsageBatch? pending;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ToEnd);
        await TryWriteAsync(patience.Token);
    }

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, stoppingToken);
            await TryWriteAsync(stoppingToken);
        }
    }

    /// <summary>Writes all that was counted by now.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await SendAsync(cancel);
            do
            {
                pending = Next();
            }
            while (await SendAsync(cancel) == BatchSize);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Sends the batch that waits, if any; it waits on unless the database says that it has it.</summary>
    private async Task<int> SendAsync(CancellationToken cancel)
    {
        if (pending is not { } batch)
        {
            return 0;
        }

        await store.WriteAsync(batch, cancel);
        pending = null;
        return batch.Counts.Count;
    }

    private async Task TryWriteAsync(CancellationToken cancel)
    {
        if (counter.TakeUncounted() is var lost and > 0)
        {
            log.LogError("{Count} readings were not counted: too many different ones wait for the database.", lost);
        }

        try
        {
            await WriteAsync(cancel);
        }
        catch (Exception away) when (away is NpgsqlException or IOException or TimeoutException or OperationCanceledException || DatabaseAway.Is(away))
        {
            log.LogWarning(away, "What was read could not be written down; it is kept and sent again.");
        }
    }

    private UsageBatch? Next() => counter.Take(BatchSize) is { Count: > 0 } taken ? new UsageBatch(node, ++sequence, taken) : null;
}
