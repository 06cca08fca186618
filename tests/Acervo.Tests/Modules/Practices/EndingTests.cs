using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Data;
using Acervo.Platform.Editorial;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>The three ways to end: still to be read with a notice, replaced by another, published in error.</summary>
public sealed class EndingTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private const string Why = "El servicio cambió de modelo y esta forma de trabajo terminó.";

    private Person lucia = null!;
    private Person mateo = null!;
    private Person ines = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        lucia = await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        mateo = await app.SeedAsync(Cast.Somebody("Mateo", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Reviewer));
        ines = await app.SeedAsync(Cast.Somebody("Inés", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Reviewer));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_not_used_any_more_stays_to_be_read_and_says_so_everywhere()
    {
        var title = $"Huerta de barrio {Guid.NewGuid():N}";
        var ficha = await app.PublishedAsync(lucia, mateo, ines, title);
        using var reviewer = await app.SignInAsync(mateo);
        using var visitor = app.CreateClient();
        await visitor.EventuallyAsync($"/practicas/{ficha.Slug}", HttpStatusCode.OK);

        Assert.Equal($"/fichas/{ficha.Id}", (await EndAsync(reviewer, ficha, "ya-no-se-usa")).Location);

        var page = await visitor.EventuallyAsync(
            $"/practicas/{ficha.Slug}", answer => answer.Text("main").Contains("Ya no se usa. Se avisó el", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Why, page.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("Ya no se usa", (await visitor.EventuallyAsync($"/practicas?q={title}",
            answer => answer.Text(".result").Contains(title, StringComparison.Ordinal)
                && answer.Text(".result-meta").Contains("Ya no se usa", StringComparison.Ordinal))).Text(".result-meta"), StringComparison.Ordinal);
        Assert.Contains(title, (await visitor.EventuallyAsync("/practicas?vigencia=no",
            answer => answer.Text("main").Contains(title, StringComparison.Ordinal))).Text("main"), StringComparison.Ordinal);
        var api = (await visitor.VisitAsync($"/api/v1/publications/practice/{ficha.Slug}")).Body;
        Assert.Contains($"\"lapsedReason\":\"{Why}\"", api, StringComparison.Ordinal);
        Assert.DoesNotContain("\"lapsedAt\":null", api, StringComparison.Ordinal);
        var today = await visitor.VisitAsync("/api/v1/in-force/practice");
        Assert.Equal(HttpStatusCode.OK, today.Status);
        Assert.DoesNotContain(ficha.Slug, today.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync($"/practicas/{ficha.Slug}.docx")).Status);
        using var author = await app.SignInAsync(lucia);
        Assert.Contains("sigue a la vista", (await author.VisitAsync($"/fichas/{ficha.Id}")).Text("main"), StringComparison.Ordinal);

        // Once is enough; and what should not have been published may still be taken off.
        Assert.Contains("Elija qué debe pasar", (await EndAsync(reviewer, ficha, "otra-cosa")).Text(".field-error"), StringComparison.Ordinal);
        Assert.DoesNotContain("ya-no-se-usa", (await reviewer.VisitAsync($"/fichas/{ficha.Id}/retirar")).Body, StringComparison.Ordinal);
        Assert.Contains("ya tiene ese aviso", (await EndAsync(reviewer, ficha, "ya-no-se-usa")).Text("main"), StringComparison.Ordinal);
        await EndAsync(reviewer, ficha, "por-error");
        await visitor.EventuallyAsync($"/practicas/{ficha.Slug}", HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_node_that_missed_the_news_sees_it_when_it_looks()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines, $"Sin noticias {Guid.NewGuid():N}");
        using var reviewer = await app.SignInAsync(mateo);
        using var index = new SiteIndex(app.Services.GetRequiredService<PublicDb>(), app.Services.GetRequiredService<PublicationKinds>(),
            app.Clock);
        await index.CurrentAsync(Cancel);
        await EndAsync(reviewer, ficha, "ya-no-se-usa");

        await index.RefreshAsync(null, Cancel);

        await using var db = app.Db();
        var id = await db.Publications.Where(one => one.Slug == ficha.Slug).Select(one => one.Id).SingleAsync(Cancel);
        Assert.Contains((await index.CurrentAsync(Cancel)).FacetsOf(id), facet => facet.Label == "Ya no se usa");
    }

    [Fact]
    public async Task The_next_version_of_what_was_not_used_any_more_is_used_again()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines, $"Vuelve {Guid.NewGuid():N}");
        using var author = await app.SignInAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);
        using var visitor = app.CreateClient();
        await EndAsync(reviewer, ficha, "ya-no-se-usa");

        await author.PostFormAsync($"/fichas/{ficha.Id}/corregir");
        await author.PostFormAsync($"/fichas/{ficha.Id}/descartar");
        await using (var db = app.Db())
        {
            Assert.Equal(Stage.Withdrawn, (await db.Dossiers.SingleAsync(one => one.Id == ficha.Id, Cancel)).Editorial.Stage);
        }

        await author.PostFormAsync($"/fichas/{ficha.Id}/corregir");
        await author.PostFormAsync($"/fichas/{ficha.Id}/presentacion", ("changeNote", "Volvió a usarse en otra localidad."));
        await author.SendFichaAsync($"/fichas/{ficha.Id}");
        await app.ApproveAsync(ficha.Id, mateo);
        using var second = await app.SignInAsync(ines);
        await second.PostFormAsync($"/fichas/{ficha.Id}/publicar");

        var page = await visitor.EventuallyAsync($"/practicas/{ficha.Slug}",
            answer => answer.Status == HttpStatusCode.OK && !answer.Text("main").Contains("Ya no se usa", StringComparison.Ordinal));
        Assert.Contains("Versión 2", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ya no se usa", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opens_what_was_replaced_is_led_to_what_stands_for_it()
    {
        var name = $"{Guid.NewGuid():N}";
        var old = await app.PublishedAsync(lucia, mateo, ines, $"Antigua {name}");
        var young = await app.PublishedAsync(lucia, mateo, ines, $"Nueva {name}");
        using var reviewer = await app.SignInAsync(mateo);
        using var visitor = app.CreateClient();

        foreach (var (typed, sentence) in new[]
        {
            ("", "Escriba el título o la dirección"),
            ("No existe tal cosa", "No hay nada publicado con ese título"),
            (old.Title, "Es la misma publicación"),
        })
        {
            var again = await EndAsync(reviewer, old, "reemplazada", typed);
            Assert.Contains(sentence, again.Text(".field-error"), StringComparison.Ordinal);
            Assert.Contains(Why, again.Text("textarea"), StringComparison.Ordinal);
            Assert.NotNull(again.Page.QuerySelector("input[value=reemplazada][checked]"));
        }

        Assert.Equal($"/fichas/{old.Id}", (await EndAsync(reviewer, old, "reemplazada", $"{app.Address}practicas/{young.Slug}")).Location);

        var moved = await visitor.EventuallyAsync($"/practicas/{old.Slug}", HttpStatusCode.Redirect);
        Assert.Equal($"/practicas/{young.Slug}", moved.Location);
        Assert.Equal($"/practicas/{young.Slug}", (await visitor.VisitAsync($"/practicas/{old.Slug}.pdf")).Location);
        var version = await visitor.EventuallyAsync($"/practicas/{old.Slug}/v1", HttpStatusCode.Gone);
        Assert.NotNull(version.Page.QuerySelector($"a[href='/practicas/{young.Slug}']"));
        var json = await visitor.EventuallyAsync($"/practicas/{old.Slug}.json", HttpStatusCode.Gone);
        Assert.Contains($"\"replacedBy\":\"/practicas/{young.Slug}\"", json.Body, StringComparison.Ordinal);
        using var author = await app.SignInAsync(lucia);
        Assert.Contains("Reemplazada", (await author.VisitAsync($"/fichas/{old.Id}")).Text("main"), StringComparison.Ordinal);

        // When that goes too, its note is what there is to read.
        await EndAsync(reviewer, young, "por-error");
        await visitor.EventuallyAsync($"/practicas/{young.Slug}", HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Nobody_else_ends_it()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines, $"Sigue {Guid.NewGuid():N}");
        using var author = await app.SignInAsync(lucia);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.VisitAsync($"/fichas/{ficha.Id}/retirar")).Status);
        using var reviewer = await app.SignInAsync(mateo);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.VisitAsync("/fichas/999999/retirar")).Status);
    }

    private static Task<Answer> EndAsync(Visitor reviewer, Dossier ficha, string way, string other = "") =>
        reviewer.PostFormAsync($"/fichas/{ficha.Id}/retirar", ("way", way), ("other", other), ("reason", Why));
}
