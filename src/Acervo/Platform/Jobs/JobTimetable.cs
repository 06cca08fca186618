using Quartz;

namespace Acervo.Platform.Jobs;

/// <summary>
/// Brings the shared timetable to what this program plans, once it answers. A trigger that is already as planned is left alone, so that a run
/// missed while every node was down is made up for; a job of the program that is no longer planned is taken out. What was scheduled while a
/// program ran stands in a group of its own, and is not touched.
/// </summary>
internal sealed class JobTimetable(ISchedulerFactory schedulers, IReadOnlyList<PlannedJob> planned, ILogger<JobTimetable> log) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PlanAsync(cancellationToken);
        }
        catch (JobPersistenceException fenced) when (fenced.GetBaseException() is FencedException)
        {
            log.LogCritical(fenced, "The timetable is not touched: the database that answers is not the one of this installation.");
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var job in planned)
        {
            await PlanAsync(scheduler, job, cancellationToken);
        }

        var known = await scheduler.QueryJobs(new JobQuery(), cancellationToken);
        foreach (var retired in known.Items.Select(header => header.Key).Where(key => key.Group == PlannedJob.Group).Except(planned.Select(job => job.Key)))
        {
            log.LogInformation("Job {Job} is no longer planned and is taken out.", retired.Name);
            await scheduler.DeleteJob(retired, cancellationToken);
        }
    }

    private static async Task PlanAsync(IScheduler scheduler, PlannedJob job, CancellationToken cancel)
    {
        if (await scheduler.GetTrigger(job.Trigger, cancel) is ICronTrigger trigger && trigger.CronExpressionString == job.Cron)
        {
            return;
        }

        var detail = JobBuilder.Create().OfType(job.Type).WithIdentity(job.Key).WithDescription(job.Words).StoreDurably().Build();
        var daily = TriggerBuilder.Create().WithIdentity(job.Trigger).ForJob(job.Key)
            .WithCronSchedule(job.Cron, cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleJob(detail, [daily], ScheduleJobOptions.Replacing, cancel);
    }
}
