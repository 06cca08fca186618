using Acervo.Platform.Accounts;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Platform.Work;

/// <summary>
/// The line of the works: fair between people, and each done by one node only, who keeps it as long as it gives signs of life. No desk does this kind, so
/// that the test takes the turns itself.
/// </summary>
public sealed class WorkQueueTests : IAsyncLifetime
{
    private const string Kind = "elsewhere";

    private AppHost app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await AppHost.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Work_is_taken_over_only_after_its_owner_fell_silent()
    {
        var waiting = await AddAsync(await PersonAsync());
        var mine = (await TakeAsync())!;
        Assert.Equal((waiting.Id, 1), (mine.Id, mine.Turn));
        for (var beats = 0; beats < 5; beats++)
        {
            await AgeAsync(mine, WorkQueue.LeaseSeconds - 5);
            Assert.True(await AskAsync(queue => queue.BeatAsync(mine, Cancel)));
            Assert.Null(await TakeAsync());
        }

        await AgeAsync(mine, WorkQueue.LeaseSeconds + 1);
        var theirs = (await TakeAsync())!;
        Assert.Equal((waiting.Id, 2), (theirs.Id, theirs.Turn));
    }

    [Fact]
    public async Task Whoever_lost_a_work_cannot_renew_it_nor_tell_of_it_nor_end_it()
    {
        var waiting = await AddAsync(await PersonAsync());
        var mine = (await TakeAsync())!;
        await AgeAsync(mine, WorkQueue.LeaseSeconds + 1);
        var theirs = (await TakeAsync())!;

        Assert.False(await AskAsync(queue => queue.BeatAsync(mine, Cancel)));
        await DoAsync(queue => queue.RefuseAsync(mine, "Tarde.", Cancel));
        await DoAsync(queue => queue.TellAsync(mine, 9, 10, Cancel));
        Assert.Equal((WorkState.Running, 0), await StateAsync(waiting));
        await DoAsync(queue => queue.TellAsync(theirs, 3, 10, Cancel));
        await DoAsync(queue => queue.TellAsync(theirs, 2, 10, Cancel));
        await DoAsync(queue => queue.RefuseAsync(theirs, "No se pudo.", Cancel));
        Assert.Equal((WorkState.Refused, 3), await StateAsync(waiting));
    }

    [Fact]
    public async Task One_work_of_each_person_is_done_at_a_time_and_the_last_served_comes_last()
    {
        var (greedy, patient, late) = (await PersonAsync(), await PersonAsync(), await PersonAsync());
        List<WorkItem> asked = [await AddAsync(greedy), await AddAsync(greedy), await AddAsync(greedy), await AddAsync(patient)];

        Assert.Equal(1, await AskAsync(queue => queue.AheadOfAsync(asked[3], Cancel)));
        Assert.Equal(3, await AskAsync(queue => queue.AheadOfAsync(asked[2], Cancel)));
        var first = (await TakeAsync())!;
        Assert.Equal(asked[0].Id, first.Id);
        Assert.Equal(asked[3].Id, (await TakeAsync())!.Id);
        Assert.Null(await TakeAsync());

        var newest = await AddAsync(late);
        await DoAsync(queue => queue.RefuseAsync(first, "No se pudo.", Cancel));
        Assert.Equal(newest.Id, (await TakeAsync())!.Id);
        Assert.Equal(asked[1].Id, (await TakeAsync())!.Id);
    }

    [Fact]
    public async Task Many_nodes_that_ask_at_once_get_different_works()
    {
        foreach (var person in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PersonAsync())))
        {
            await AddAsync(person);
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TakeAsync()));
        Assert.Equal(4, taken.Where(work => work is not null).Select(work => work!.Id).Distinct().Count());
        Assert.Equal(4, taken.Count(work => work is null));
    }

    private Task<WorkItem?> TakeAsync() => AskAsync(queue => queue.TakeAsync(Cancel));

    private async Task<T> AskAsync<T>(Func<WorkQueue, Task<T>> question)
    {
        await using var db = app.Db();
        return await question(new WorkQueue(db, new WorkKinds([Kind])));
    }

    private Task DoAsync(Func<WorkQueue, Task> act) => AskAsync(async queue =>
    {
        await act(queue);
        return true;
    });

    /// <summary>As if its last sign of life were older.</summary>
    private async Task AgeAsync(WorkItem work, int seconds)
    {
        await using var db = app.Db();
        await db.Database.ExecuteSqlAsync($"UPDATE app.work SET lease_until = lease_until - make_interval(secs => {seconds}) WHERE id = {work.Id}", Cancel);
    }

    private async Task<(WorkState State, int Done)> StateAsync(WorkItem work)
    {
        await using var db = app.Db();
        var row = await db.Set<WorkItem>().SingleAsync(one => one.Id == work.Id, Cancel);
        return (row.State, row.Done);
    }

    private Task<Person> PersonAsync() => app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));

    private Task<WorkItem> AddAsync(Person person) =>
        app.SeedAsync(new WorkItem { Kind = Kind, Title = "Contar", Href = "/trabajos", PersonId = person.Id, Payload = "{}", Total = 1 });
}
