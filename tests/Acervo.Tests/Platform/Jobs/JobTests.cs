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
        await using var first = await AppHost.StartAsync(("Jobs:Enabled", "true"), ("Jobs:Schedule:VerifyAuditTrail", "0/2 * * * * ?"));
        await using var second = await first.JoinAsync();
        await using var db = first.Db();
        List<DateTime> runs = [];
        for (var i = 0; i < 120 && runs.Count < 6; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
            runs = await db.Database.SqlQueryRaw<DateTime>("SELECT at AS \"Value\" FROM app.audit_checks ORDER BY at").ToListAsync(TestContext.Current.CancellationToken);
        }

        // A busy machine delays a run, never doubles it: every two seconds one, however the nodes share them.
        Assert.True(runs.Count >= 6, "The job did not run.");
        Assert.InRange((double)runs.Count, 6, ((runs[^1] - runs[0]).TotalSeconds / 2) + 2.5);
        var cards = await Board(second).ListAsync(TestContext.Current.CancellationToken);
        var card = cards.Single(one => one.Name == "VerifyAuditTrail");
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
        await Board(desk).RunNowAsync("VerifyAuditTrail", TestContext.Current.CancellationToken);
        Assert.Equal(0, await ChecksAsync(desk));
        await using var worker = await desk.JoinAsync(("Jobs:Enabled", "true"));
        for (var i = 0; i < 150 && await ChecksAsync(desk) == 0; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await ChecksAsync(desk));
    }

    private static JobBoard Board(AppHost app) => app.Services.GetRequiredService<JobBoard>();

    private static async Task<int> ChecksAsync(AppHost app)
    {
        await using var db = app.Db();
        return await db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM app.audit_checks").SingleAsync();
    }
}
