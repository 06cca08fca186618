using Acervo.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Acervo.Tests.Platform.Jobs;

/// <summary>Several nodes, one timetable.</summary>
public sealed class JobTests
{
    [Fact]
    public async Task Two_nodes_run_a_job_once()
    {
        await using var first = await AppHost.StartAsync(("Jobs:Enabled", "true"), ("Jobs:Schedule:Platform:VerifyAuditTrail", "0/2 * * * * ?"));
        await using var second = await first.JoinAsync();
        await using var db = first.Db();
        List<DateTime> runs = [];
        for (var i = 0; i < 120 && runs.Count < 6; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
            runs = await db.Database.SqlQueryRaw<DateTime>("SELECT at AS \"Value\" FROM app.audit_checks ORDER BY at")
                .ToListAsync(TestContext.Current.CancellationToken);
        }

        // A busy machine delays a run, never doubles it: every two seconds one, however the nodes share them.
        Assert.True(runs.Count >= 6, "The job did not run.");
        Assert.InRange((double)runs.Count, 6, ((runs[^1] - runs[0]).TotalSeconds / 2) + 2.5);
        var cards = await Board(second).ListAsync(TestContext.Current.CancellationToken);
        var card = cards.Single(one => one.Name == "Platform.VerifyAuditTrail");
        Assert.Equal("Terminó bien", card.Outcome);
        Assert.NotNull(card.Next);
    }

    [Fact]
    public async Task Every_job_is_planned_in_the_time_of_Bogota_and_says_what_it_does()
    {
        await using var app = await AppHost.StartAsync();
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var planned = app.Services.GetRequiredService<IReadOnlyList<PlannedJob>>();
        Assert.NotEmpty(planned);
        foreach (var job in planned)
        {
            var trigger = Assert.IsType<ICronTrigger>(await scheduler.GetTrigger(job.Trigger, TestContext.Current.CancellationToken), exactMatch: false);
            Assert.Equal("America/Bogota", trigger.TimeZone.Id);
            Assert.Equal(CronTriggerMisfireInstruction.FireAndProceed, trigger.MisfireInstruction);
            Assert.NotEqual(job.Type.Name, job.Words);
        }
    }

    [Fact]
    public async Task A_job_can_be_asked_for_on_a_node_that_runs_none()
    {
        await using var desk = await AppHost.StartAsync();
        await Board(desk).RunNowAsync("Platform.VerifyAuditTrail", TestContext.Current.CancellationToken);
        Assert.Equal(0, await ChecksAsync(desk));
        await using var worker = await desk.JoinAsync(("Jobs:Enabled", "true"));
        for (var i = 0; i < 150 && await ChecksAsync(desk) == 0; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await ChecksAsync(desk));
    }

    [Fact]
    public async Task What_was_scheduled_while_the_program_ran_outlives_a_start_and_what_the_program_no_longer_plans_does_not()
    {
        await using var app = await AppHost.StartAsync();
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var (own, retired) = (new JobKey("fuente-17", "fuentes"), new JobKey("Practices.NoLongerThere", PlannedJob.Group));
        foreach (var key in new[] { own, retired })
        {
            var detail = JobBuilder.Create().OfType<Acervo.Platform.Mail.DeliverMail>().WithIdentity(key).StoreDurably().Build();
            var yearly = TriggerBuilder.Create().WithIdentity(key.Name, key.Group).ForJob(key).WithCronSchedule("0 0 0 1 1 ?").Build();
            await scheduler.ScheduleJob(detail, [yearly], ScheduleJobOptions.Replacing, TestContext.Current.CancellationToken);
        }

        await using var next = await app.JoinAsync();

        Assert.NotNull(await scheduler.GetJobDetail(own, TestContext.Current.CancellationToken));
        Assert.Null(await scheduler.GetJobDetail(retired, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Two_modules_may_call_a_job_the_same()
    {
        var (one, other) = (new PlannedJob("Practices", typeof(JobTests), ""), new PlannedJob("Library", typeof(JobTests), ""));

        Assert.NotEqual(one.Key, other.Key);
        Assert.NotEqual(one.Trigger, other.Trigger);
        Assert.NotEqual(one.Name, other.Name);
    }

    private static JobBoard Board(AppHost app) => app.Services.GetRequiredService<JobBoard>();

    private static async Task<int> ChecksAsync(AppHost app)
    {
        await using var db = app.Db();
        return await db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM app.audit_checks").SingleAsync();
    }
}
