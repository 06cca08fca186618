using System.Collections.Concurrent;

namespace Acervo.Platform.Editorial.Intake;

/// <summary>Reads the documents people send, two at a time, and takes up again what a stopped node left half read.</summary>
internal sealed class ReadingDesk(IServiceScopeFactory scopes, ILogger<ReadingDesk> log) : BackgroundService
{
    private const int AtOnce = 2;

    /// <summary>What another node left, or another person's turn held back, is found without a bell.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    /// <summary>What a stopped node left can wait until this one answers: the first look makes the whole working store, twice at a time.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<int, TaskCompletionSource> asked = [];
    private readonly SemaphoreSlim bell = new(0);

    /// <summary>Asks for a document to be read soon; it ends when this node tried it, whatever came of it. Another node may be the one.</summary>
    public Task AskAsync(int readingId)
    {
        var tried = asked.GetOrAdd(readingId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        bell.Release();
        return tried.Task;
    }

    /// <summary>Nobody waits for it any more.</summary>
    public void Forget(int readingId) => asked.TryRemove(readingId, out _);

    public override void Dispose()
    {
        bell.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken cancel)
    {
        await bell.WaitAsync(FirstLook, cancel);
        while (!cancel.IsCancellationRequested)
        {
            if (!await TryOneAsync(cancel))
            {
                await bell.WaitAsync(LookAgain, cancel);
            }
        }
    }

    /// <summary>Whether there was one.</summary>
    private async Task<bool> TryOneAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            if (await scope.ServiceProvider.GetRequiredService<ReadingQueue>().TakeAsync(cancel) is not { } reading)
            {
                return false;
            }

            await scope.ServiceProvider.GetRequiredService<DocumentTurn>().ReadAsync(reading, cancel);
            if (asked.TryRemove(reading.Id, out var tried))
            {
                tried.SetResult();
            }

            return true;
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            log.LogError(bug, "The documents that wait cannot be looked for; a moment later it is tried again.");
            return false;
        }
    }
}
