using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Practices;

/// <summary>What is like something published says how it differs, when it is sent or at the latest before it is published.</summary>
public sealed class NearCopyTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private const string Why = "Es la de otra localidad, con otra población.";

    private Person lucia = null!;
    private Person mateo = null!;
    private Person ines = null!;
    private Dossier published = null!;

    public async ValueTask InitializeAsync()
    {
        lucia = await NewAsync("Lucía", Role.Contributor);
        mateo = await NewAsync("Mateo", Role.Reviewer);
        ines = await NewAsync("Inés", Role.Reviewer);
        published = await app.PublishedAsync(lucia, mateo, ines, $"Huertas {Guid.NewGuid():N}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Its_author_says_how_it_differs_in_a_sentence_and_reviewers_read_it()
    {
        var copy = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime, published.Title));
        using var author = await app.SignInAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);
        var page = await author.VisitAsync($"/fichas/{copy.Id}/enviar");
        Assert.Contains($"del texto con «{published.Title}», que ya está en el sitio", page.Text("main"), StringComparison.Ordinal);
        var box = page.Page.QuerySelector("input[name^=explain]")!.GetAttribute("name")!;

        var refused = await author.SendFormAsync($"/fichas/{copy.Id}/enviar", page, (box, "Es otra."));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("20 caracteres o más", refused.Text(".field-error"), StringComparison.Ordinal);
        Assert.Equal("Es otra.", refused.Page.QuerySelector($"input[name='{box}']")!.GetAttribute("value"));

        Assert.Equal($"/fichas/{copy.Id}", (await author.SendFormAsync($"/fichas/{copy.Id}/enviar", refused, (box, Why))).Location);
        Assert.Contains($"Explicación: {Why}", (await reviewer.VisitAsync($"/revision/{copy.Id}")).Text(".checklist"), StringComparison.Ordinal);
        await app.ApproveAsync(copy.Id, mateo);
        using var second = await app.SignInAsync(ines);
        Assert.Contains(Why, (await second.VisitAsync($"/fichas/{copy.Id}/publicar")).Text(".facts"), StringComparison.Ordinal);
        Assert.Equal($"/fichas/{copy.Id}", (await second.PostFormAsync($"/fichas/{copy.Id}/publicar")).Location);
        Assert.Equal($"«{published.Title}»: {Why}", await DeedAsync(copy, lucia));
    }

    [Fact]
    public async Task What_was_not_explained_is_published_scheduled_and_forced_by_nobody_until_somebody_explains_it()
    {
        // Approved before the like of it was published.
        var copy = await app.ApprovedAsync(lucia, mateo, published.Title);
        using var second = await app.SignInAsync(ines);
        using var approver = await app.SignInAsync(mateo);
        using var author = await app.SignInAsync(lucia);
        var at = $"/fichas/{copy.Id}";
        var page = await second.VisitAsync($"{at}/publicar");
        Assert.Equal($"{at}/explicar-parecido", page.Href("Explicar en qué se diferencia"));
        await using var db = app.Db();
        var hash = (await db.Set<Dossier>().SingleAsync(one => one.Id == copy.Id, TestContext.Current.CancellationToken)).Editorial.ApprovedHash;
        foreach (var (who, act, status) in new[]
            { (second, "publicar", HttpStatusCode.Conflict), (second, "programar", HttpStatusCode.OK), (approver, "forzar", HttpStatusCode.Conflict) })
        {
            var refused = await who.PostFromAsync("/inicio", $"{at}/{act}", ("approved", hash), ("day.dia", "2"), ("day.mes", "3"), ("day.anio", "2031"),
                ("hour", "08:00"), ("reason", "No hay otra persona hasta el lunes."));
            Assert.Equal(status, refused.Status);
            Assert.Contains("en qué se diferencia", refused.Text("main"), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await author.VisitAsync($"{at}/explicar-parecido")).Status);
        var shorter = await second.PostFormAsync($"{at}/explicar-parecido", ("reason", "Es otra."));
        Assert.Contains("20 caracteres o más", shorter.Text(".field-error"), StringComparison.Ordinal);
        Assert.Equal("Es otra.", shorter.Text("textarea[name=reason]"));
        Assert.Equal($"{at}/publicar", (await second.SendFormAsync($"{at}/explicar-parecido", shorter, ("reason", Why))).Location);
        Assert.Equal(at, (await second.PostFormAsync($"{at}/publicar")).Location);
        Assert.Equal($"«{published.Title}»: {Why}", await DeedAsync(copy, ines));
    }

    [Fact]
    public async Task What_counts_is_what_is_public_and_not_its_next_version_and_a_reviewer_explains_only_what_is_approved()
    {
        await app.ChangeAsync(published.Id, (mine, db) => db.Entry(mine).Property(one => one.Signature).CurrentValue = []);
        var copy = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime, published.Title));
        using var author = await app.SignInAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);

        Assert.Contains("que ya está en el sitio", (await author.VisitAsync($"/fichas/{copy.Id}/enviar")).Text("main"), StringComparison.Ordinal);
        await app.ChangeAsync(copy.Id, (mine, db) => db.Add(mine.Submit(lucia.Id, [], app.Clock.GetUtcNow().UtcDateTime)));
        var early = await reviewer.PostFormAsync($"/fichas/{copy.Id}/explicar-parecido", ("reason", Why));
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("lo explica quien la escribe", early.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_is_some_sentences()
    {
        var copy = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime, published.Title));
        using var author = await app.SignInAsync(lucia);
        var page = await author.VisitAsync($"/fichas/{copy.Id}/enviar");
        var box = page.Page.QuerySelector("input[name^=explain]")!.GetAttribute("name")!;

        var refused = await author.SendFormAsync($"/fichas/{copy.Id}/enviar", page, (box, new string('x', 501)));

        Assert.Contains("más de 500 caracteres", refused.Text(".errors"), StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Empty((await db.Set<Dossier>().SingleAsync(one => one.Id == copy.Id, TestContext.Current.CancellationToken)).Explanations);
    }

    [Fact]
    public async Task What_says_that_it_adapts_the_other_needs_to_say_no_more()
    {
        var copy = await app.SubmittedAsync(lucia, published.Title);
        await app.ChangeAsync(copy.Id, (mine, db) => db.Entry(mine).Property(one => one.Adapts).CurrentValue = published.Id);
        await app.ApproveAsync(copy.Id, mateo);
        using var second = await app.SignInAsync(ines);

        Assert.Equal($"/fichas/{copy.Id}", (await second.PostFormAsync($"/fichas/{copy.Id}/publicar")).Location);
    }

    private async Task<string> DeedAsync(Dossier dossier, Person by)
    {
        await using var db = app.Db();
        return await db.Database.SqlQuery<string>($"""
            SELECT detail AS "Value" FROM app.audit WHERE verb = 'dossier.told-apart' AND subject = {dossier.Subject} AND person_id = {by.Id}
            """).SingleAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Person> NewAsync(string name, Role role) =>
        await app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role));
}
