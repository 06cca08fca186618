using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Practices;

/// <summary>A reviewer of one entity sees and decides what belongs to that entity, in lists and counts as on pages.</summary>
public sealed class UnitScopeTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private Person lucia = null!;
    private Person nelson = null!;
    private Person mateo = null!;
    private Person ines = null!;

    public async ValueTask InitializeAsync()
    {
        lucia = await NewAsync("Lucía", Cast.Habitat, Role.Contributor);
        nelson = await NewAsync("Nelson", Cast.Movilidad, Role.Contributor);
        mateo = await NewAsync("Mateo", Cast.Habitat, null);
        mateo = await GrantAsync(mateo, Role.Reviewer, Cast.Habitat);
        ines = await NewAsync("Inés", null, Role.Reviewer);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Queue_inbox_counts_and_pages_agree_on_what_a_reviewer_of_one_entity_may_see()
    {
        var theirs = await app.SubmittedAsync(lucia);
        var others = await app.SubmittedAsync(nelson);
        using var reviewer = await app.SignInAsync(mateo);

        foreach (var list in new[] { "/revision", "/inicio" })
        {
            var page = await reviewer.VisitAsync(list);
            Assert.NotNull(page.Page.QuerySelector($"a[href='/revision/{theirs.Id}']"));
            Assert.Null(page.Page.QuerySelector($"a[href='/revision/{others.Id}']"));
        }

        var queue = await reviewer.VisitAsync("/revision");
        Assert.Equal($"{queue.Page.QuerySelectorAll("tbody tr").Length}", queue.Text(".tabs a[href='/revision'] .count"));
        Assert.StartsWith(queue.Text(".tabs a[href='/revision'] .count"), queue.Text("#riel a[href='/revision'] .count"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reviewer.VisitAsync($"/revision/{theirs.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.VisitAsync($"/revision/{others.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.VisitAsync($"/fichas/{others.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.PostFromAsync("/inicio", $"/revision/{others.Id}/tomar")).Status);
    }

    [Fact]
    public async Task What_waits_to_be_published_is_listed_to_those_who_may_publish_it()
    {
        var theirs = await app.ApprovedAsync(lucia, ines);
        var others = await app.ApprovedAsync(nelson, ines);
        using var reviewer = await app.SignInAsync(mateo);

        var page = await reviewer.VisitAsync("/revision/por-publicar");

        Assert.NotNull(page.Page.QuerySelector($"a[href='/fichas/{theirs.Id}/publicar']"));
        Assert.Null(page.Page.QuerySelector($"a[href='/fichas/{others.Id}/publicar']"));
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.VisitAsync($"/fichas/{others.Id}/publicar")).Status);
    }

    [Fact]
    public async Task What_was_published_is_found_by_its_name_by_those_who_may_withdraw_it()
    {
        var title = $"Árboles que se cuidan {Guid.NewGuid():N}";
        var theirs = await app.PublishedAsync(lucia, ines, await NewAsync("Otra", null, Role.Reviewer), title);
        var others = await app.PublishedAsync(nelson, ines, await NewAsync("Otra más", null, Role.Reviewer), $"{title} también");
        using var reviewer = await app.SignInAsync(mateo);

        var page = await reviewer.VisitAsync("/revision/publicadas?q=arboles que se CUIDAN");

        Assert.NotNull(page.Page.QuerySelector($"tbody a[href='/fichas/{theirs.Id}']"));
        Assert.Null(page.Page.QuerySelector($"tbody a[href='/fichas/{others.Id}']"));
        Assert.Contains("Ninguna tiene ese nombre", (await reviewer.VisitAsync("/revision/publicadas?q=zzzz")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Likeness_never_shows_what_another_entity_writes()
    {
        var title = $"Rutas seguras {Guid.NewGuid():N}";
        var other = await app.SubmittedAsync(nelson, title);
        var mine = await app.SubmittedAsync(lucia, title);
        using var scoped = await app.SignInAsync(mateo);
        using var everywhere = await app.SignInAsync(ines);

        Assert.Null((await scoped.VisitAsync($"/revision/{mine.Id}")).Page.QuerySelector($"a[href='/fichas/{other.Id}']"));
        Assert.NotNull((await everywhere.VisitAsync($"/revision/{mine.Id}")).Page.QuerySelector($"a[href='/fichas/{other.Id}']"));
    }

    [Fact]
    public async Task What_one_may_not_see_never_crowds_out_what_one_may()
    {
        var title = $"Huertas del páramo {Guid.NewGuid():N}";
        var seen = await app.SubmittedAsync(lucia, $"{title} y del valle");
        for (var at = 0; at < 26; at++)
        {
            await app.SubmittedAsync(nelson, title);
        }

        var mine = await app.SubmittedAsync(lucia, title);
        using var scoped = await app.SignInAsync(mateo);

        Assert.NotNull((await scoped.VisitAsync($"/revision/{mine.Id}")).Page.QuerySelector($"a[href='/fichas/{seen.Id}']"));
    }

    [Fact]
    public async Task Being_the_author_opens_no_act_of_a_reviewer_of_another_entity()
    {
        var author = await GrantAsync(await NewAsync("Nelson que también revisa", Cast.Movilidad, Role.Contributor), Role.Reviewer, Cast.Habitat);
        var own = await app.ApprovedAsync(author, ines);
        using var visitor = await app.SignInAsync(author);

        foreach (var act in new[] { "publicar", "programar", "desprogramar", "forzar", "confirmar", "retirar", "reabrir" })
        {
            Assert.Equal(HttpStatusCode.NotFound,
                (await visitor.PostFromAsync("/inicio", $"/fichas/{own.Id}/{act}", ("reason", "Un motivo bastante largo para el acto."))).Status);
        }
    }

    private async Task<Person> NewAsync(string name, int? unit, Role? role) =>
        await app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", unit, role is null ? [] : [role.Value]));

    private async Task<Person> GrantAsync(Person person, Role role, int unit)
    {
        await using var db = app.Db();
        var mine = (await db.FindAsync<Person>(person.Id))!;
        mine.Grant(role, unit, by: null);
        await db.SaveChangesAsync();
        return mine;
    }
}
