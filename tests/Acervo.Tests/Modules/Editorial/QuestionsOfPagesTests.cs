using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Tests.Modules.Practices;

namespace Acervo.Tests.Modules.Editorial;

/// <summary>
/// How often each page of the staff asks the database, so that it does not grow unseen: what a page needs beyond its own rows is in memory, and what
/// belongs together is asked together. The session, which is asked for every few seconds and not by the page, is not counted.
/// </summary>
public sealed class QuestionsOfPagesTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private readonly Person lucia = Cast.Contributor().Apart();
    private readonly Person mateo = Cast.Reviewer().Apart();
    private readonly Person ines = Cast.SecondReviewer().Apart();

    public async ValueTask InitializeAsync() => await app.SeedAsync(lucia, mateo, ines);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/inicio", 1)]
    [InlineData("/fichas", 1)]
    [InlineData("/fichas/{id}", 3)]
    [InlineData("/fichas/{id}/seccion/1", 1)]
    [InlineData("/fichas/{id}/seccion/3", 1)]
    [InlineData("/fichas/{id}/presentacion", 1)]
    [InlineData("/fichas/{id}/archivos", 1)]
    [InlineData("/fichas/{id}/enviar", 4)]
    [InlineData("/fichas/{id}/vista", 1)]
    public async Task Whoever_writes(string route, int most)
    {
        var draft = await app.SeedAsync(Ficha.Complete(lucia, Now));
        using var author = await app.SignInAsync(lucia);
        await NoMoreThanAsync(most, author, () => author.VisitAsync(Path(route, draft)));
    }

    [Theory]
    [InlineData("/inicio", 2)]
    [InlineData("/revision", 2)]
    [InlineData("/revision/{id}", 7)]
    [InlineData("/revision/{id}?cambios=1", 7)]
    [InlineData("/revision/por-publicar", 2)]
    [InlineData("/revision/publicadas", 2)]
    public async Task Whoever_reviews(string route, int most)
    {
        var sent = await app.SubmittedAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);
        await NoMoreThanAsync(most, reviewer, () => reviewer.VisitAsync(Path(route, sent)));
    }

    [Fact]
    public async Task Whoever_publishes()
    {
        var approved = await app.ApprovedAsync(lucia, ines);
        using var reviewer = await app.SignInAsync(mateo);
        await NoMoreThanAsync(4, reviewer, () => reviewer.VisitAsync($"/fichas/{approved.Id}/publicar"));
    }

    [Fact]
    public async Task What_is_saved()
    {
        var draft = await app.SeedAsync(Ficha.Complete(lucia, Now));
        using var author = await app.SignInAsync(lucia);
        var section = $"/fichas/{draft.Id}/seccion/3";
        await NoMoreThanAsync(2, author, async () =>
        {
            var page = await author.VisitAsync(section);
            return () => author.SendFormAsync(section, page, ("scope", $"Alcance {Guid.NewGuid():N}."));
        });
    }

    [Fact]
    public async Task What_is_published()
    {
        using var reviewer = await app.SignInAsync(mateo);
        await NoMoreThanAsync(15, reviewer, async () =>
        {
            var approved = await app.ApprovedAsync(lucia, ines);
            var page = await reviewer.VisitAsync($"/fichas/{approved.Id}/publicar");
            return () => reviewer.SendFormAsync($"/fichas/{approved.Id}/publicar", page);
        });
    }

    private DateTime Now => app.Clock.GetUtcNow().UtcDateTime;

    private static string Path(string route, Dossier dossier) => route.Replace("{id}", $"{dossier.Id}", StringComparison.Ordinal);

    private static Task NoMoreThanAsync(int most, Visitor visitor, Func<Task<Answer>> visit) =>
        NoMoreThanAsync(most, visitor, () => Task.FromResult(visit));

    /// <summary>The least of three times, for the session may be looked at in any of them, and catalogues are read once.</summary>
    private static async Task NoMoreThanAsync(int most, Visitor visitor, Func<Task<Func<Task<Answer>>>> prepare)
    {
        List<string>? least = null;
        for (var time = 0; time < 3; time++)
        {
            var visit = await prepare();
            using var asked = new AskedQuestions(visitor);
            var answer = await visit();
            Assert.True((int)answer.Status is 200 or 302, $"{answer.Status}");
            var questions = asked.Take();
            least = least is null || questions.Count < least.Count ? questions : least;
        }

        Assert.True(least!.Count > 0, "Nothing was heard: the driver tells what it is asked in another way.");
        Assert.True(least.Count <= most, $"{least.Count} questions, {most} expected at most:\n{string.Join('\n', least)}");
        Assert.True(least.Count == most, $"{least.Count} questions and no longer {most}: write the new number down.\n{string.Join('\n', least)}");
    }
}
