using System.Collections.Concurrent;

namespace Acervo.Platform.Work;

/// <summary>Does the work that people asked for, a few at a time, and takes up again what a stopped node left half done.</summary>
public sealed class WorkDesk(IServiceScopeFactory scopes, ILogger<WorkDesk> log) : BackgroundService
{
    /// <summary>What is heavy has places of its own, such as two documents and two sheets at a time.</summary>
    private const int AtOnce = 4;

    /// <summary>What another node left, or another work of the same person held back, is found without a bell.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<long, TaskCompletionSource> asked = [];
    private readonly SemaphoreSlim bell = new(0);

    /// <summary>Tells that something waits, so that it is begun at once.</summary>
    public void Ring() => bell.Release();

    /// <summary>The same for somebody who waits a little: it ends when this node tried it, whatever came of it. Another node may be the one.</summary>
    public Task AskAsync(long work)
    {
        var tried = asked.GetOrAdd(work, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        Ring();
        return tried.Task;
    }

    /// <summary>Nobody waits for it any more.</summary>
    public void Forget(long work) => asked.TryRemove(work, out _);

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
            if (await scope.ServiceProvider.GetRequiredService<WorkQueue>().TakeAsync(cancel) is not { } work)
            {
                return false;
            }

            await scope.ServiceProvider.GetRequiredService<WorkTurn>().RunAsync(work, cancel);
            if (asked.TryRemove(work.Id, out var tried))
            {
                tried.SetResult();
            }

            return true;
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            log.LogError(bug, "The work that waits cannot be looked for; a moment later it is tried again.");
            return false;
        }
    }
}
