using System.Data.Common;

namespace Acervo.Platform.Work;

/// <summary>The turn of one work: slice after slice, each one transaction, with signs of life meanwhile, until it ends or somebody stops it.</summary>
internal sealed class WorkTurn(WorkQueue queue, IServiceScopeFactory scopes, ILogger<WorkTurn> log)
{
    private const int MostTries = 3;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>Several in each lease, so that one that is late does no harm.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(WorkQueue.LeaseSeconds / 6d);

    public async Task RunAsync(WorkItem work, CancellationToken cancel)
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var beating = BeatAsync(work, mine);
        try
        {
            await (work.Tries > MostTries ? GiveUpAsync(work, cancel) : SlicesAsync(work, mine.Token));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await OnTheSideAsync(work, other => other.LetGoAsync(work, TimeSpan.Zero, CancellationToken.None)); // this node stops
            throw;
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            log.LogInformation("Work {Id} was cancelled, or taken over by another.", work.Id);
        }
        catch (RuleException no)
        {
            await OnTheSideAsync(work, other => other.RefuseAsync(work, no.Message, cancel));
        }
        catch (Exception bug)
        {
            // Also what the worker itself gave up waiting for. It rests longer each time: what it needs may be away for a moment.
            log.LogError(bug, "Work {Id} failed.", work.Id);
            await OnTheSideAsync(work, other => other.LetGoAsync(work, Rest * work.Tries, cancel));
        }
        finally
        {
            await mine.CancelAsync();
            await beating;
        }
    }

    private async Task GiveUpAsync(WorkItem work, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await queue.RefuseAsync(work, scope.ServiceProvider.GetRequiredKeyedService<Worker>(work.Kind).Broken, cancel);
    }

    private async Task SlicesAsync(WorkItem work, CancellationToken cancel)
    {
        while (await SliceAsync(work.Id, work.Turn, cancel))
        {
            cancel.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Whether there is more. A slice of work that is no longer ours is rolled back.</summary>
    private async Task<bool> SliceAsync(long id, int turn, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var work = await db.Set<WorkItem>().FindAsync([id], cancel);
        if (work is not { State: WorkState.Running } || work.Turn != turn)
        {
            return false;
        }

        db.Entry(work).State = Microsoft.EntityFrameworkCore.EntityState.Detached;
        var worker = scope.ServiceProvider.GetRequiredKeyedService<Worker>(work.Kind);
        await worker.PrepareAsync(work, (done, of) => OnTheSideAsync(work, other => other.TellAsync(work, done, of, CancellationToken.None)), cancel);
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        var slice = await worker.WorkAsync(work, cancel);
        if (!await scope.ServiceProvider.GetRequiredService<WorkQueue>().AdvanceAsync(work, slice, cancel))
        {
            return false;
        }

        await whole.CommitAsync(cancel);
        return !slice.IsOver;
    }

    /// <summary>Until the turn ends; when somebody else has the work, it ends here too.</summary>
    private async Task BeatAsync(WorkItem work, CancellationTokenSource mine)
    {
        using var timer = new PeriodicTimer(Beat);
        while (await NextAsync(timer, mine.Token))
        {
            var held = true;
            await OnTheSideAsync(work, async other => held = await other.BeatAsync(work, CancellationToken.None));
            if (!held)
            {
                await mine.CancelAsync();
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken until)
    {
        try
        {
            return await timer.WaitForNextTickAsync(until);
        }
        catch (OperationCanceledException)
        {
            return false; // the turn ended
        }
    }

    /// <summary>On a connection of its own. Where it cannot be written, the lease runs out and the work is taken up again.</summary>
    private async Task OnTheSideAsync(WorkItem work, Func<WorkQueue, Task> act)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await act(scope.ServiceProvider.GetRequiredService<WorkQueue>());
        }
        catch (Exception bug) when (bug is DbException or ObjectDisposedException or InvalidOperationException)
        {
            log.LogWarning(bug, "The state of work {Id} could not be written.", work.Id);
        }
    }
}
