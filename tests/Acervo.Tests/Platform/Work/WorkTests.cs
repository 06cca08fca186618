using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Work;

/// <summary>Long work goes on whatever happens to whoever does it, does nothing twice, and stops when its asker says so.</summary>
public sealed class WorkTests : IAsyncLifetime
{
    private static readonly CountingModule Module = new();

    private AppHost app = null!;
    private Person lucia = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppHost.StartAsync(Module);
        lucia = await app.SeedAsync(Cast.Contributor());
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Work_survives_its_worker_is_stopped_and_resumed_and_refuses_with_a_sentence()
    {
        using var her = await app.SignInAsync(lucia);

        // A node that was killed left it after its first slice: its lease ran out.
        var left = await AddAsync("{}", """
            state = 'Running', turn = 1, tries = 1, last_row = 10, done = 10, lease_until = clock_timestamp() - interval '1 second'
            """);
        Assert.Contains("Terminó: 30 de 30", (await SeenAsync(her, "Terminó")).Text("table"), StringComparison.Ordinal);
        Assert.Equal(20, await CountedAsync(left));

        // Stopped while a slice is being done: that slice leaves nothing. Resumed, it goes on, and nothing is done twice.
        for (var open = true; open;)
        {
            open = await Module.Gate.WaitAsync(0, TestContext.Current.CancellationToken);
        }

        Module.Gate.Release();
        var stopped = await AddAsync("{}", "state = 'Waiting'");
        await SeenAsync(her, "Va en 10 de 30");
        Assert.Equal("/trabajos", (await StopAsync(her, stopped, "detener")).Location);
        Module.Gate.Release(50);
        Assert.Contains("Detenido en 10 de 30", (await her.VisitAsync("/trabajos")).Text("table"), StringComparison.Ordinal);
        Assert.Equal(10, await CountedAsync(stopped));
        Assert.Contains("no hay qué detener", (await StopAsync(her, stopped, "detener")).Body, StringComparison.Ordinal);
        Assert.Equal("/trabajos", (await StopAsync(her, stopped, "reanudar")).Location);
        await UntilAsync(stopped, WorkState.Done);
        Assert.Equal(30, await CountedAsync(stopped));
        Assert.Contains("no hay qué reanudar", (await StopAsync(her, stopped, "reanudar")).Body, StringComparison.Ordinal);

        // A rule ends it with its sentence; a fault is tried again, and then told.
        await AddAsync("\"refused\"", "state = 'Waiting'");
        Assert.Contains("Falta lo que hay que contar", (await SeenAsync(her, "Falta lo que")).Text("table"), StringComparison.Ordinal);
        var broken = await AddAsync("\"broken\"", "state = 'Waiting'");
        Assert.Contains("se detuvo por un error", (await SeenAsync(her, "se detuvo por un error", rested: broken)).Text("table"), StringComparison.Ordinal);

        // Others do not know of it; administrators see it.
        using var nelson = await app.SignInAsync(await app.SeedAsync(Cast.Stranger()));
        using var ramiro = await app.SignInAsync(await app.SeedAsync(Cast.Administrator()));
        Assert.Equal(HttpStatusCode.NotFound, (await StopAsync(nelson, broken, "reanudar")).Status);
        Assert.Contains("No hay trabajos", (await nelson.VisitAsync("/trabajos")).Text("main"), StringComparison.Ordinal);
        Assert.Contains(lucia.Name, (await ramiro.VisitAsync("/trabajos")).Text("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_fell_silent_and_wakes_up_commits_nothing_once_another_has_the_work()
    {
        var queue = new WorkQueue(app.Db(), new WorkKinds(["elsewhere"]));
        await AddAsync("{}", "state = 'Waiting', kind = 'elsewhere'");
        var first = (await queue.TakeAsync(TestContext.Current.CancellationToken))!;
        Assert.Null(await queue.TakeAsync(TestContext.Current.CancellationToken));
        Assert.True(await queue.BeatAsync(first, TestContext.Current.CancellationToken));

        await using (var db = app.Db())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE app.work SET lease_until = clock_timestamp() - interval '1 second' WHERE id = {first.Id}",
                TestContext.Current.CancellationToken);
        }

        var second = (await queue.TakeAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal((first.Id, first.Turn + 1), (second.Id, second.Turn));
        Assert.False(await queue.BeatAsync(first, TestContext.Current.CancellationToken));
        Assert.False(await queue.AdvanceAsync(first, new Slice(10, 10, false), TestContext.Current.CancellationToken));
        Assert.True(await queue.AdvanceAsync(second, new Slice(10, 10, true), TestContext.Current.CancellationToken));
    }

    private static async Task<Answer> StopAsync(Visitor visitor, long work, string act)
    {
        var token = (await visitor.VisitAsync("/inicio")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await visitor.PostAsync($"/trabajos/{work}/{act}", [KeyValuePair.Create("__RequestVerificationToken", token)]);
    }

    [Fact]
    public async Task Work_that_is_stopped_while_it_is_being_taken_stays_stopped_and_keeps_nobody_waiting()
    {
        await using var stopping = app.Db();
        var queue = new WorkQueue(app.Db(), new WorkKinds(["elsewhere"]));
        var id = await AddAsync("{}", "state = 'Waiting', kind = 'elsewhere'");
        await using var open = await stopping.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var waiting = await stopping.Set<WorkItem>().SingleAsync(work => work.Id == id, TestContext.Current.CancellationToken);
        waiting.Cancel(lucia.Id, app.Clock.GetUtcNow().UtcDateTime);
        await stopping.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Null(await queue.TakeAsync(TestContext.Current.CancellationToken));
        await open.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Null(await queue.TakeAsync(TestContext.Current.CancellationToken));
    }

    /// <param name="visitor">Who looks.</param>
    /// <param name="words">What the page comes to say.</param>
    /// <param name="rested">Work that rests after a fault and is not to be waited for.</param>
    private async Task<Answer> SeenAsync(Visitor visitor, string words, long rested = 0)
    {
        await using var db = app.Db();
        for (var tries = 0; tries < 200; tries++)
        {
            if (await visitor.VisitAsync("/trabajos") is var page && page.Text("table").Contains(words, StringComparison.Ordinal))
            {
                return page;
            }

            if (await db.Database.ExecuteSqlAsync($"UPDATE app.work SET not_before = NULL WHERE id = {rested} AND not_before IS NOT NULL") > 0)
            {
                app.Services.GetRequiredService<WorkDesk>().Ring();
            }

            await Task.Delay(100);
        }

        return await visitor.VisitAsync("/trabajos");
    }

    /// <summary>Asks for work as a page does, and then puts its row in the state of the test.</summary>
    private async Task<long> AddAsync(string payload, string state)
    {
        await using var db = app.Db();
        await using var whole = await db.Database.BeginTransactionAsync();
        var work = new WorkItem { Kind = CountingModule.Kind, Title = "Contar", Href = "/trabajos", PersonId = lucia.Id, Payload = payload, Total = 30 };
        db.Add(work);
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync($"UPDATE app.work SET {state} WHERE id = {work.Id}");
        await whole.CommitAsync();
        app.Services.GetRequiredService<WorkDesk>().Ring();
        return work.Id;
    }

    private async Task UntilAsync(long id, WorkState state)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            await using var db = app.Db();
            if ((await db.Set<WorkItem>().AsNoTracking().SingleAsync(work => work.Id == id)).State == state)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"The work never became {state}.");
    }

    private async Task<int> CountedAsync(long id)
    {
        await using var db = app.Db();
        return await db.Catalogues.CountAsync(catalogue => catalogue.Code.StartsWith($"count-{id}-"));
    }
}
