using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>What was scheduled becomes public at its time, once, in the name of who scheduled it.</summary>
public sealed class PublishScheduledTests : IAsyncLifetime
{
    private AppHost app = null!;

    public async ValueTask InitializeAsync() => app = await AppHost.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_is_published_when_due_and_only_once()
    {
        var people = await ReviewCast.PeopleAsync(app);
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var practice = await ReviewCast.InReviewAsync(app, people.Author, now);
        await ReviewCast.ChangeAsync(app, practice.Id, (one, round) =>
        {
            one.Claim(people.Reviewer.Id, now);
            one.Approve(round, 0, "", people.Reviewer.Id, now);
        });
        await ReviewCast.ChangeAsync(app, practice.Id, (one, _) => one.Schedule(now.AddHours(2), people.Second.Id, now));
        await RunAsync();
        Assert.Equal(Stage.Scheduled, (await ReadAsync(practice.Id)).Editorial.Stage);
        app.Clock.Advance(TimeSpan.FromHours(3));
        await Task.WhenAll(RunAsync(), RunAsync());
        await RunAsync();
        var published = await ReadAsync(practice.Id);
        Assert.Equal((Stage.Published, 1), (published.Editorial.Stage, published.PublishedVersion));
        using var visitor = app.CreateClient();
        Assert.Contains("Compostaje en los colegios", (await visitor.VisitAsync($"/practicas/{published.Slug}")).Body, StringComparison.Ordinal);
        await using var db = app.Db();
        var by = await db.Database.SqlQuery<int>($"SELECT person_id AS \"Value\" FROM app.audit WHERE verb = 'dossier.published'")
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([people.Second.Id], by);
        var letter = Assert.Single(await ReviewCast.LettersAsync(app));
        Assert.Equal(people.Author.Email, letter.ToAddress);
        Assert.Contains($"/practicas/{published.Slug}", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_published_goes_back_and_the_others_go_on()
    {
        var people = await ReviewCast.PeopleAsync(app);
        var now = app.Clock.GetUtcNow().UtcDateTime;
        List<int> ids = [];
        foreach (var title in new[] { "Primera", "Segunda" })
        {
            var practice = await ReviewCast.InReviewAsync(app, people.Author, now, title);
            ids.Add(practice.Id);
            await ReviewCast.ChangeAsync(app, practice.Id, (one, round) =>
            {
                one.Claim(people.Reviewer.Id, now);
                one.Approve(round, 0, "", people.Reviewer.Id, now);
            });
            await ReviewCast.ChangeAsync(app, practice.Id, (one, _) => one.Schedule(now.AddHours(2), people.Second.Id, now));
        }

        await using (var db = app.Db())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE app.dossiers SET summary = '' WHERE id = {ids[0]}");
        }

        app.Clock.Advance(TimeSpan.FromHours(3));
        await RunAsync();
        Assert.Equal(Stage.Approved, (await ReadAsync(ids[0])).Editorial.Stage);
        Assert.Equal(Stage.Published, (await ReadAsync(ids[1])).Editorial.Stage);
        var letters = await ReviewCast.LettersAsync(app);
        Assert.Contains(letters, letter => letter.ToAddress == people.Second.Email && letter.Body.Contains("Falta el resumen", StringComparison.Ordinal));
    }

    private async Task RunAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PublishScheduled>().PublishAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Dossier> ReadAsync(int id)
    {
        await using var db = app.Db();
        return await db.Set<Dossier>().AsNoTracking().SingleAsync(one => one.Id == id);
    }
}
