using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>Who may do what with a ficha, and what the site says when they may not.</summary>
public sealed class ReviewRuleTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private Person lucia = null!;
    private Person nelson = null!;
    private Person mateo = null!;
    private Person ines = null!;

    public async ValueTask InitializeAsync()
    {
        lucia = await NewAsync("Lucía", Role.Contributor);
        nelson = await NewAsync("Nelson", Role.Contributor);
        mateo = await NewAsync("Mateo", Role.Reviewer);
        ines = await NewAsync("Inés", Role.Reviewer);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_draft_exists_for_nobody_but_its_author()
    {
        // A title of its own: other tests publish and withdraw the usual one in the same database.
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime, $"Borrador {Guid.NewGuid():N}"));
        using var author = await app.SignInAsync(lucia);
        using var stranger = await app.SignInAsync(nelson);
        using var visitor = app.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await author.VisitAsync($"/fichas/{ficha.Id}")).Status);
        foreach (var path in new[] { "", "/seccion/1", "/presentacion", "/archivos", "/vista", "/enviar", "/ficha.docx", "/original" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.VisitAsync($"/fichas/{ficha.Id}{path}")).Status);
            Assert.StartsWith("/entrar", (await visitor.VisitAsync($"/fichas/{ficha.Id}{path}")).Location, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync($"/practicas/{ficha.Slug}")).Status);
    }

    [Fact]
    public async Task A_contributor_has_no_review_pages()
    {
        using var author = await app.SignInAsync(lucia);

        Assert.Equal(HttpStatusCode.Forbidden, (await author.VisitAsync("/revision")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.VisitAsync("/revision/1")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.VisitAsync("/fichas/1/publicar")).Status);
    }

    [Fact]
    public async Task Two_reviewers_cannot_take_the_same_ficha()
    {
        var ficha = await SubmittedAsync(lucia);
        using var first = await app.SignInAsync(mateo);
        using var second = await app.SignInAsync(ines);

        Assert.Equal($"/revision/{ficha.Id}", (await ActAsync(first, $"/revision/{ficha.Id}/tomar")).Location);
        var late = await ActAsync(second, $"/revision/{ficha.Id}/tomar");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Otra persona la tomó antes que usted.", late.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reviews_or_publishes_their_own_work()
    {
        var ficha = await SubmittedAsync(mateo);
        using var author = await app.SignInAsync(mateo);

        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(author, $"/revision/{ficha.Id}/tomar")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(author, $"/revision/{ficha.Id}/aprobar")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(author, $"/fichas/{ficha.Id}/publicar")).Status);
        Assert.Equal(HttpStatusCode.Conflict,
            (await ActAsync(author, $"/fichas/{ficha.Id}/forzar", ("reason", "Porque quiero publicarla ya mismo hoy"))).Status);
    }

    [Fact]
    public async Task Approval_waits_for_open_remarks()
    {
        var ficha = await SubmittedAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);
        await ActAsync(reviewer, $"/revision/{ficha.Id}/tomar");
        await ActAsync(reviewer, $"/revision/{ficha.Id}/observar/scope", ("text", "Falta el tiempo."));

        var refused = await ActAsync(reviewer, $"/revision/{ficha.Id}/aprobar", ("envio", "1"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("observaciones sin resolver", refused.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var ficha = await SubmittedAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);

        Assert.Equal(HttpStatusCode.BadRequest, (await reviewer.PostAsync($"/revision/{ficha.Id}/tomar", [])).Status);
    }

    [Fact]
    public async Task A_stale_tab_of_ones_own_asks_nothing_and_what_was_typed_last_stands()
    {
        var ficha = await DraftAsync();
        using var author = await app.SignInAsync(lucia);
        var page = $"/fichas/{ficha.Id}/seccion/2";
        var stale = await author.VisitAsync(page);
        await author.PostFormAsync(page, ("scope", "Texto de la otra ventana."));

        Assert.Equal(HttpStatusCode.Redirect, (await author.SendFormAsync(page, stale, ("scope", "Texto de esta ventana."))).Status);
        Assert.Equal("Texto de esta ventana.", (await author.VisitAsync(page)).Text("textarea[name=scope]"));
    }

    [Fact]
    public async Task What_is_typed_when_the_session_ends_is_kept_and_can_be_saved_after_signing_in()
    {
        var ficha = await DraftAsync();
        using var author = await app.SignInAsync(lucia);
        var page = await author.VisitAsync($"/fichas/{ficha.Id}/seccion/2");
        await app.EndSessionsAsync(lucia);

        var turnedAway = await author.SendFormAsync($"/fichas/{ficha.Id}/seccion/2", page, ("scope", "Lo que no debe perderse."));

        Assert.Equal("/entrar?volver=%2Fretomar", turnedAway.Location);
        using var again = await app.SignInAsync(lucia);
        author.SetCookie("acervo", again.Cookie("acervo")!);
        var kept = await author.VisitAsync("/retomar");
        Assert.Contains("Lo que no debe perderse.", kept.Text("main"), StringComparison.Ordinal);
        var target = kept.Page.QuerySelector("main form")!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.Redirect, (await author.SendFormAsync(target, kept)).Status);
        Assert.Equal("Lo que no debe perderse.", (await author.VisitAsync($"/fichas/{ficha.Id}/seccion/2")).Text("textarea[name=scope]"));
    }

    [Fact]
    public async Task Author_and_reviewer_talk_beside_the_answer()
    {
        var ficha = await SubmittedAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);
        using var author = await app.SignInAsync(lucia);
        await ActAsync(reviewer, $"/revision/{ficha.Id}/tomar");
        await ActAsync(reviewer, $"/revision/{ficha.Id}/observar/scope", ("text", "Falta el tiempo."));
        await ActAsync(reviewer, $"/revision/{ficha.Id}/solicitar-cambios", ("note", ""));

        Assert.Contains("1 observación abierta", (await author.VisitAsync($"/fichas/{ficha.Id}")).Text("main"), StringComparison.Ordinal);
        var talk = await author.VisitAsync($"/fichas/{ficha.Id}/observaciones");
        var box = talk.Page.QuerySelector("textarea")!.GetAttribute("name")!;
        var target = talk.Page.QuerySelector("[formaction]")!.GetAttribute("formaction")!;
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(author, target, (box, "Desde 2022."))).Status);

        Assert.Contains("Desde 2022.", (await reviewer.VisitAsync($"/revision/{ficha.Id}")).Text("#scope"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publication_can_be_withdrawn_while_its_next_version_is_written_and_discarding_does_not_bring_it_back()
    {
        var ficha = await PublishedAsync(lucia);
        using var author = await app.SignInAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);
        using var visitor = app.CreateClient();
        Assert.Equal(HttpStatusCode.Redirect, (await author.PostFormAsync($"/fichas/{ficha.Id}/corregir")).Status);

        Assert.Equal(HttpStatusCode.Redirect,
            (await reviewer.PostFormAsync($"/fichas/{ficha.Id}/retirar", ("way", "por-error"),
                ("reason", "Contiene un dato que no debía publicarse."))).Status);
        await author.PostFormAsync($"/fichas/{ficha.Id}/corregir");
        await author.PostFormAsync($"/fichas/{ficha.Id}/descartar");

        Assert.Contains("Retirada", (await author.VisitAsync($"/fichas/{ficha.Id}")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.EventuallyAsync($"/practicas/{ficha.Slug}", HttpStatusCode.Gone)).Status);
    }

    [Fact]
    public async Task Moves_of_another_stage_are_refused_in_a_sentence()
    {
        var ficha = await SubmittedAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);
        using var author = await app.SignInAsync(lucia);
        await ActAsync(reviewer, $"/revision/{ficha.Id}/tomar");

        foreach (var act in new[] { "desprogramar", "programar", "publicar", "retirar" })
        {
            var refused = await ActAsync(reviewer, $"/fichas/{ficha.Id}/{act}", ("day.dia", "2"), ("day.mes", "3"), ("day.anio", "2031"), ("hour", "08:00"),
                ("way", "por-error"), ("reason", "Porque así lo pidió la entidad."));
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        }

        foreach (var act in new[] { "corregir", "descartar", "recuperar", "enviar" })
        {
            Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(author, $"/fichas/{ficha.Id}/{act}", ("version", $"{ficha.Revision + 1}"))).Status);
        }
    }

    private async Task<Dossier> PublishedAsync(Person author)
    {
        var ficha = await SubmittedAsync(author);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Acervo.Platform.Data.AppDb>();
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var mine = (await db.FindAsync<Dossier>(ficha.Id))!;
        mine.Claim(mateo.Id, now);
        mine.Approve(db.Set<Acervo.Platform.Editorial.ReviewRound>().First(round => round.Subject == mine.Subject), 0, "", mateo.Id, now);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<Acervo.Platform.Editorial.Publishing.DossierPublishing>().PublishAsync(mine, ines.Id);
        return mine;
    }

    private async Task<Person> NewAsync(string name, Role role) =>
        await app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role));

    private async Task<Dossier> DraftAsync() => await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));

    private async Task<Dossier> SubmittedAsync(Person author)
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var practice = await app.SeedAsync(Ficha.Complete(author, now));
        await using var db = app.Db();
        var mine = (await db.FindAsync<Dossier>(practice.Id))!;
        db.Add(mine.Submit(author.Id, [], now));
        await db.SaveChangesAsync();
        return mine;
    }

    /// <summary>Posts to an act with the token of a page of the same person.</summary>
    private static async Task<Answer> ActAsync(Visitor visitor, string path, params (string Name, string? Value)[] fields)
    {
        var token = (await visitor.VisitAsync("/inicio")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await visitor.PostAsync(path,
            [KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value!))]);
    }
}
