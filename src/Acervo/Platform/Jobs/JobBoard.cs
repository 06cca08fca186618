using Quartz;
using Quartz.Extensibility;

namespace Acervo.Platform.Jobs;

/// <summary>What the administrators see of the jobs, on any node: how the last run went, when the next is, and the bell that starts one now.</summary>
public sealed class JobBoard(ISchedulerFactory schedulers, IExecutionHistoryStore history, IReadOnlyList<PlannedJob> planned)
{
    public async Task<List<JobCard>> ListAsync(CancellationToken cancel)
    {
        var scheduler = await schedulers.GetScheduler(cancel);
        List<JobCard> cards = [];
        foreach (var job in planned)
        {
            var trigger = await scheduler.GetTrigger(job.Trigger, cancel);
            var state = await scheduler.GetTriggerState(job.Trigger, cancel);
            var status = await history.GetJobRunStatus(scheduler.SchedulerName, job.Key, cancel);
            cards.Add(new JobCard(job.Name, job.Words, job.Cron, trigger?.NextFireTimeUtc?.UtcDateTime, state == TriggerState.Error, status));
        }

        return cards;
    }

    /// <summary>Asks for a run now; whichever node is free does it.</summary>
    public async Task<PlannedJob> RunNowAsync(string name, CancellationToken cancel)
    {
        var job = planned.FirstOrDefault(one => one.Name == name) ?? throw new NotFoundException($"job {name}");
        var scheduler = await schedulers.GetScheduler(cancel);
        await scheduler.TriggerJob(job.Key, cancel);
        return job;
    }
}

/// <summary>One job on the board.</summary>
/// <param name="Name">Its module and class.</param>
/// <param name="Words">What it does.</param>
/// <param name="Cron">When, as Quartz reads it.</param>
/// <param name="Next">The next run; null when it will not run.</param>
/// <param name="IsStuck">The schedule gave up on it.</param>
/// <param name="Status">How its runs have gone; null before the first.</param>
public sealed record JobCard(string Name, string Words, string Cron, DateTime? Next, bool IsStuck, JobRunStatus? Status)
{
    public string Outcome => Status switch
    {
        null => "Aún no se ha ejecutado",
        { LastResult: JobRunResult.Failed } => $"Falló: {Status.LastFailureMessage}",
        { LastResult: JobRunResult.Cancelled } => "Se interrumpió",
        { LastResult: JobRunResult.Skipped } => "Nada que hacer",
        _ => "Terminó bien",
    };

    /// <summary>How long the last run took, in words; null before the first.</summary>
    public string? Took => Status?.LastDuration switch
    {
        null => null,
        { TotalSeconds: < 1 } => "menos de un segundo",
        { TotalMinutes: < 1 } span => Ui.Spanish.Count((long)Math.Round(span.TotalSeconds), "segundo", "segundos"),
        { } span => Ui.Spanish.Count((long)Math.Round(span.TotalMinutes), "minuto", "minutos"),
    };

    public bool HasFailed => IsStuck || Status?.LastResult == JobRunResult.Failed;
}
