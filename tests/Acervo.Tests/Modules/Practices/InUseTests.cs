using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial.Review;
using Acervo.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>A publication says whether it is in use; a year later its authors are asked, and an unanswered question shows by itself.</summary>
public sealed class InUseTests : IAsyncLifetime
{
    private const string Why = "El servicio cambió de modelo y esta forma de trabajo terminó.";

    private AppHost app = null!;
    private Person lucia = null!;
    private Person mateo = null!;
    private Person ines = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Now => Spanish.Month(app.Clock.Today());

    public async ValueTask InitializeAsync()
    {
        app = await AppHost.StartAsync();
        lucia = await app.SeedAsync(Cast.Somebody("Lucía", "lucia@example.gov.co", Cast.Habitat, Role.Contributor));
        mateo = await app.SeedAsync(Cast.Somebody("Mateo", "mateo@example.gov.co", Cast.Habitat, Role.Reviewer));
        ines = await app.SeedAsync(Cast.Somebody("Inés", "ines@example.gov.co", Cast.Habitat, Role.Reviewer));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_word_changes_everywhere_when_the_term_passes_though_nobody_does_anything()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines, "Huerta de barrio");
        var said = Now;
        using var visitor = app.CreateClient();
        await visitor.EventuallyAsync($"/practicas/{ficha.Slug}", HttpStatusCode.OK);
        await visitor.EventuallyAsync("/practicas", answer => answer.Text("main").Contains("Huerta", StringComparison.Ordinal));
        await SaysAsync(visitor, ficha.Slug, $"Estaba en uso cuando se publicó, en {said}. En ", "En uso", "si", "En uso");

        app.Clock.Advance(TimeSpan.FromDays(366));
        await SaysAsync(visitor, ficha.Slug, "Se preguntó a sus autores si sigue en uso: responden a más tardar el", "En uso", "si", "En uso");

        // Nothing is written and nobody is told: what was kept of page, list, feed and data must not outlive the term.
        app.Clock.Advance(TimeSpan.FromDays(45));
        await SaysAsync(visitor, ficha.Slug, $"Sin confirmar desde {said}. Se preguntó a sus autores", $"Sin confirmar desde {said}", "sin-confirmar",
            "Sin confirmar");
        Assert.DoesNotContain("Huerta", (await visitor.VisitAsync("/practicas?vigencia=si")).Text(".result"), StringComparison.Ordinal);

        using var author = await app.SignInAsync(lucia);
        var inbox = await author.VisitAsync("/inicio");
        Assert.Contains("¿Sigue en uso?", inbox.Text(".inbox"), StringComparison.Ordinal);
        Assert.Contains("Venció hace", inbox.Text(".inbox-due"), StringComparison.Ordinal);
        using var reviewer = await app.SignInAsync(mateo);
        Assert.Contains("Falta confirmar si sigue en uso", (await reviewer.VisitAsync("/revision/publicadas")).Text("main"), StringComparison.Ordinal);
        var question = inbox.Page.QuerySelector(".inbox a")!.GetAttribute("href")!;
        var asked = await author.VisitAsync(question);
        Assert.Contains($"«Sin confirmar desde {said}»", asked.Text("main"), StringComparison.Ordinal);
        Assert.Equal($"/fichas/{ficha.Id}", (await author.PostFormAsync(question, ("answer", "si"))).Location);

        await visitor.EventuallyAsync("/practicas?q=huerta", answer => answer.Text(".result-meta").Contains("confirmada", StringComparison.Ordinal));
        await SaysAsync(
            visitor, ficha.Slug, $"En uso, confirmada en {Now}. En ", $"En uso, confirmada en {Now}", "si", "En uso");
        Assert.DoesNotContain("¿Sigue en uso?", (await author.VisitAsync("/inicio")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Se confirmó que sigue en uso", (await author.VisitAsync($"/fichas/{ficha.Id}")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Hoy ya se confirmó", (await author.PostFormAsync(question, ("answer", "si"))).Text("main"), StringComparison.Ordinal);
        Assert.True((await app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(cancel: Cancel)).Intact);
    }

    [Fact]
    public async Task The_authors_are_written_to_when_they_are_asked_and_once_more_before_the_term_ends()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines, "Cartas claras");
        var told = await LettersAsync(362);
        Assert.Empty(told);
        told = await LettersAsync(60);
        Assert.Equal(2, told.Count);
        Assert.All(told, letter => Assert.Equal(lucia.Email, letter.ToAddress));
        Assert.All(told, letter => Assert.Contains("¿Sigue en uso «Cartas claras»? Confírmelo en el sitio a más", letter.Body, StringComparison.Ordinal));
        Assert.All(told, letter => Assert.Contains($"/fichas/{ficha.Id}/sigue-en-uso", letter.Body, StringComparison.Ordinal));

        // A year later it is asked again; of whoever left nobody is asked, but those who look after it.
        await app.ChangeAsync(ficha.Id, (_, db) => db.Find<Person>(lucia.Id)!.Disable(app.Clock.Now(), null));
        using (var reviewer = await app.SignInAsync(mateo))
        {
            Assert.Contains("¿Sigue en uso?", (await reviewer.VisitAsync("/inicio")).Text(".inbox"), StringComparison.Ordinal);
        }

        told = await LettersAsync(370);
        Assert.Equal(4, told.Count);
        Assert.Equal([ines.Email, mateo.Email], told.Select(letter => letter.ToAddress).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_author_says_that_it_is_not_used_any_more_and_who_reviews_is_told()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines, "Turno en comedores");
        using var author = await app.SignInAsync(lucia);
        using var visitor = app.CreateClient();
        var question = $"/fichas/{ficha.Id}/sigue-en-uso";
        foreach (var (typed, sentence) in new[] { ("No", "Escriba el motivo"), ("Pregunte a 300 000 0017, gracias.", "300 000 0017") })
        {
            var again = await author.PostFormAsync(question, ("answer", "no"), ("reason", typed));
            Assert.Contains(sentence, again.Text(".field-error"), StringComparison.Ordinal);
            Assert.Equal(typed, again.Text("textarea"));
        }

        Assert.Contains("Elija una de las respuestas", (await author.PostFormAsync(question, ("answer", "quizá"))).Text("main"), StringComparison.Ordinal);
        var before = (await ReviewCast.LettersAsync(app)).Count;
        Assert.Equal($"/fichas/{ficha.Id}", (await author.PostFormAsync(question, ("answer", "no"), ("reason", Why))).Location);

        var page = await visitor.EventuallyAsync(
            $"/practicas/{ficha.Slug}", answer => answer.Text("main").Contains("Ya no se usa. Se avisó el", StringComparison.Ordinal));
        Assert.Contains(Why, page.Text(".notice"), StringComparison.Ordinal);
        Assert.DoesNotContain("En uso", page.Text("main"), StringComparison.Ordinal);
        var letters = (await ReviewCast.LettersAsync(app)).Skip(before).Select(letter => letter.ToAddress).Order(StringComparer.Ordinal);
        Assert.Equal([ines.Email, mateo.Email], letters);

        await visitor.EventuallyAsync("/practicas", answer => answer.Text(".result-meta").Contains("Ya no se usa", StringComparison.Ordinal));

        // A year later nobody is asked, and it cannot be said to be in use.
        app.Clock.Advance(TimeSpan.FromDays(400));
        using var later = await app.SignInAsync(lucia);
        Assert.DoesNotContain("¿Sigue en uso?", (await later.VisitAsync("/inicio")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("ya dice que no se usa", (await later.VisitAsync(question)).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Ya no se usa", (await visitor.VisitAsync("/practicas")).Text(".result-meta"), StringComparison.Ordinal);
        var csv = (await visitor.VisitAsync("/datos/practicas.csv")).Body;
        Assert.Contains("Ya no se usa", csv, StringComparison.Ordinal);
        Assert.True((await app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(cancel: Cancel)).Intact);
    }

    [Fact]
    public async Task What_must_be_amended_is_confirmed_by_its_next_version()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines, "Recorridos de obra");
        app.Clock.Advance(TimeSpan.FromDays(410));
        using var author = await app.SignInAsync(lucia);
        using var visitor = app.CreateClient();
        var amend = (await author.VisitAsync($"/fichas/{ficha.Id}/sigue-en-uso")).Href("Corregir lo publicado")!;
        await author.PostFormAsync(amend);
        Assert.DoesNotContain("¿Sigue en uso?", (await author.VisitAsync("/inicio")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Sin confirmar desde", (await visitor.VisitAsync($"/practicas/{ficha.Slug}")).Text(".life"), StringComparison.Ordinal);

        // Who writes the next version does not take down what stands, nor what waits for a second person, by the way of this question.
        Assert.Contains("pida a quien revisa", (await author.PostFormAsync($"/fichas/{ficha.Id}/sigue-en-uso", ("answer", "no"), ("reason", Why))).Text("main"),
            StringComparison.Ordinal);
        await author.PostFormAsync($"/fichas/{ficha.Id}/presentacion", ("changeNote", "Actualiza los resultados."));
        await author.SendFichaAsync($"/fichas/{ficha.Id}");
        await app.ApproveAsync(ficha.Id, mateo);
        using var second = await app.SignInAsync(ines);
        await second.PostFormAsync($"/fichas/{ficha.Id}/publicar");

        await visitor.EventuallyAsync($"/practicas/{ficha.Slug}",
            answer => answer.Text(".life").Contains($"Estaba en uso cuando se publicó, en {Now}", StringComparison.Ordinal));
        Assert.Empty((await visitor.VisitAsync($"/practicas/{ficha.Slug}/v1")).Text(".life"));
    }

    [Fact]
    public async Task Who_writes_it_and_who_may_review_it_answers_and_nobody_else()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines, "Simulacros de correo");
        var draft = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.Now()));
        var path = $"/fichas/{ficha.Id}/sigue-en-uso";
        using var visitor = app.CreateClient();
        Assert.StartsWith("/entrar", (await visitor.VisitAsync(path)).Location, StringComparison.Ordinal);
        using var stranger = await app.SignInAsync(await app.SeedAsync(Cast.Stranger()));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.VisitAsync(path)).Status);
        using var author = await app.SignInAsync(lucia);
        Assert.Equal(HttpStatusCode.NotFound, (await author.VisitAsync("/fichas/999999/sigue-en-uso")).Status);
        Assert.Contains("no está publicada", (await author.VisitAsync($"/fichas/{draft.Id}/sigue-en-uso")).Text("main"), StringComparison.Ordinal);
        using var reviewer = await app.SignInAsync(mateo);
        Assert.Null((await reviewer.VisitAsync(path)).Href("Corregir lo publicado"));
        Assert.Equal($"/fichas/{ficha.Id}", (await reviewer.PostFormAsync(path, ("answer", "si"))).Location);
        Assert.Contains("dice desde ahora que sigue en uso", (await reviewer.VisitAsync($"/fichas/{ficha.Id}")).Text("main"), StringComparison.Ordinal);
    }

    /// <summary>Page, list, facet, API, feeds and open data say the same, asked twice so that the second answer is a kept one.</summary>
    private static async Task SaysAsync(Visitor visitor, string slug, string page, string line, string code, string facet)
    {
        for (var time = 0; time < 2; time++)
        {
            Assert.Contains(page, (await visitor.VisitAsync($"/practicas/{slug}")).Text(".life"), StringComparison.Ordinal);
            Assert.Contains(line, (await visitor.VisitAsync("/practicas")).Text(".result-meta"), StringComparison.Ordinal);
            Assert.Contains(line, (await visitor.VisitAsync("/")).Text(".card-meta"), StringComparison.Ordinal);
            Assert.NotEmpty((await visitor.VisitAsync($"/practicas?vigencia={code}")).Text(".result"));
            Assert.Contains(facet, (await visitor.VisitAsync("/buscar")).Text(".facets"), StringComparison.Ordinal);
            Assert.Contains($"\"inUse\":\"{code}\"", (await visitor.VisitAsync($"/api/v1/publications/practice/{slug}")).Body, StringComparison.Ordinal);
            Assert.Contains($"\"inUse\":\"{code}\"", (await visitor.VisitAsync("/api/v1/publications")).Body, StringComparison.Ordinal);
            Assert.Contains($"term=\"{facet}\"", (await visitor.VisitAsync("/practicas/atom.xml")).Body, StringComparison.Ordinal);
            Assert.Contains($"\"{facet}\"", (await visitor.VisitAsync("/feed.json")).Body, StringComparison.Ordinal);
            Assert.Contains(facet, (await visitor.VisitAsync("/datos/practicas.csv")).Body, StringComparison.Ordinal);
            Assert.Contains($"\"code\":\"{code}\"", (await visitor.VisitAsync("/datos/practicas.ndjson")).Body, StringComparison.Ordinal);
        }
    }

    /// <summary>The letters of so many mornings.</summary>
    private async Task<List<Acervo.Platform.Mail.Letter>> LettersAsync(int days)
    {
        var before = (await ReviewCast.LettersAsync(app)).Count;
        for (var day = 0; day < days; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RemindReviewers>().RemindAsync(Cancel);
        }

        return [.. (await ReviewCast.LettersAsync(app)).Skip(before)];
    }
}
