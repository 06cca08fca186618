using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices.Capture.Start;

/// <summary>
/// The line of the documents: fair between people, and each read by one node only, who keeps it as long as it gives signs of life. The desk of
/// this program is away, so that the test takes the turns itself.
/// </summary>
public sealed class ReadingQueueTests : IAsyncLifetime
{
    private AppHost app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await AppHost.StartAsync(("Modules:Practices", "false"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_reading_is_taken_over_only_after_its_owner_fell_silent()
    {
        var waiting = await SendAsync(await PersonAsync());
        var mine = (await TakeAsync())!;
        Assert.Equal((waiting.Id, 1), (mine.Id, mine.Tries));
        for (var minutes = 0; minutes < 5; minutes++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(50));
            Assert.True(await AskAsync(queue => queue.BeatAsync(mine, Cancel)));
            Assert.Null(await TakeAsync());
        }

        app.Clock.Advance(ReadingQueue.Lease + TimeSpan.FromSeconds(1));
        var theirs = (await TakeAsync())!;
        Assert.Equal((waiting.Id, 2), (theirs.Id, theirs.Tries));
    }

    [Fact]
    public async Task Whoever_lost_a_reading_cannot_renew_it_nor_end_it()
    {
        var waiting = await SendAsync(await PersonAsync());
        var mine = (await TakeAsync())!;
        app.Clock.Advance(ReadingQueue.Lease + TimeSpan.FromSeconds(1));
        var theirs = (await TakeAsync())!;

        Assert.False(await AskAsync(queue => queue.BeatAsync(mine, Cancel)));
        await AskAsync(async queue =>
        {
            await queue.RefuseAsync(mine, "Tarde.", Cancel);
            return true;
        });
        Assert.Equal(ReadingState.Running, await StateAsync(waiting));
        await AskAsync(async queue =>
        {
            await queue.RefuseAsync(theirs, "No se pudo.", Cancel);
            return true;
        });
        Assert.Equal(ReadingState.Refused, await StateAsync(waiting));
    }

    [Fact]
    public async Task One_document_of_each_person_is_read_at_a_time_and_the_last_served_comes_last()
    {
        var (greedy, patient, late) = (await PersonAsync(), await PersonAsync(), await PersonAsync());
        List<DocumentReading> sent = [await SendAsync(greedy), await SendAsync(greedy), await SendAsync(greedy), await SendAsync(patient)];

        Assert.Equal(1, await AskAsync(queue => queue.AheadOfAsync(sent[3], Cancel)));
        Assert.Equal(3, await AskAsync(queue => queue.AheadOfAsync(sent[2], Cancel)));
        var first = (await TakeAsync())!;
        Assert.Equal(sent[0].Id, first.Id);
        Assert.Equal(sent[3].Id, (await TakeAsync())!.Id);
        Assert.Null(await TakeAsync());

        var newest = await SendAsync(late);
        await AskAsync(async queue =>
        {
            await queue.RefuseAsync(first, "No se pudo.", Cancel);
            return true;
        });
        Assert.Equal(newest.Id, (await TakeAsync())!.Id);
        Assert.Equal(sent[1].Id, (await TakeAsync())!.Id);
    }

    [Fact]
    public async Task Many_nodes_that_ask_at_once_get_different_documents()
    {
        foreach (var person in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PersonAsync())))
        {
            await SendAsync(person);
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TakeAsync()));
        Assert.Equal(4, taken.Where(reading => reading is not null).Select(reading => reading!.Id).Distinct().Count());
        Assert.Equal(4, taken.Count(reading => reading is null));
    }

    private Task<DocumentReading?> TakeAsync() => AskAsync(queue => queue.TakeAsync(Cancel));

    private async Task<T> AskAsync<T>(Func<ReadingQueue, Task<T>> question)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<ReadingQueue>());
    }

    private async Task<ReadingState> StateAsync(DocumentReading reading)
    {
        await using var db = app.Db();
        return await db.Set<DocumentReading>().Where(row => row.Id == reading.Id).Select(row => row.State).SingleAsync(Cancel);
    }

    private Task<Person> PersonAsync() => app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));

    private async Task<DocumentReading> SendAsync(Person person)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var file = await scope.ServiceProvider.GetRequiredService<FileStore>().SaveAsync(new FileContent(Guid.NewGuid().ToByteArray(), "text/plain"), Cancel);
        return await app.SeedAsync(new DocumentReading
        {
            PersonId = person.Id,
            Sha256 = file.Sha256,
            Name = "ficha.txt",
            AskedAt = app.Clock.Now(),
            BeatAt = app.Clock.Now()
        });
    }
}
