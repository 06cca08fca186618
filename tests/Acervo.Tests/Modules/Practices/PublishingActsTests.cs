using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Practices;

/// <summary>The acts after approval, as the people of the office do them: schedule, send back, amend and give up.</summary>
public sealed class PublishingActsTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private Person lucia = null!;
    private Person mateo = null!;
    private Person ines = null!;

    public async ValueTask InitializeAsync()
    {
        lucia = await NewAsync("Lucía", Role.Contributor);
        mateo = await NewAsync("Mateo", Role.Reviewer);
        ines = await NewAsync("Inés", Role.Reviewer);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_approved_ficha_goes_back_to_review_with_what_was_found_as_an_open_remark()
    {
        var ficha = await app.ApprovedAsync(lucia, mateo);
        using var second = await app.SignInAsync(ines);
        using var author = await app.SignInAsync(lucia);

        Assert.Contains("Escriba qué encontró", (await second.PostFormAsync($"/fichas/{ficha.Id}/reabrir", ("reason", "mal"))).Text(".field-error"),
            StringComparison.Ordinal);
        Assert.Equal($"/revision/{ficha.Id}", (await second.PostFormAsync($"/fichas/{ficha.Id}/reabrir", ("reason", "La cifra de hogares no coincide "
            + "con el anexo."))).Location);

        var review = await second.VisitAsync($"/revision/{ficha.Id}");
        Assert.Contains("La cifra de hogares no coincide", review.Text("#whole"), StringComparison.Ordinal);
        await second.PostFromAsync("/inicio", $"/revision/{ficha.Id}/tomar");
        Assert.Contains("Todavía no se puede aprobar", (await second.VisitAsync($"/revision/{ficha.Id}/aprobar")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("observaciones sin resolver", (await second.PostFromAsync("/inicio", $"/revision/{ficha.Id}/aprobar", ("envio", "1"))).Text("main"), StringComparison.Ordinal);
        Assert.Contains("La cifra de hogares", (await author.VisitAsync($"/fichas/{ficha.Id}/observaciones")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await second.PostFormAsync($"/fichas/{ficha.Id}/reabrir", ("reason", "Otra vez lo mismo de antes."))).Status);
    }

    [Fact]
    public async Task Giving_up_an_amendment_brings_back_answers_summary_goals_and_files_of_the_published_version()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines);
        using var author = await app.SignInAsync(lucia);
        await author.PostFormAsync($"/fichas/{ficha.Id}/corregir");
        await author.PostFormAsync($"/fichas/{ficha.Id}/seccion/3", ("scope", "Otro alcance."));
        await author.PostFormAsync($"/fichas/{ficha.Id}/presentacion", ("summary", "Otro resumen."), ("goals", "1"), ("changeNote", "Se cambia todo."));
        await AttachAsync(author, ficha.Id, "nota.png");

        Assert.Equal($"/fichas/{ficha.Id}", (await author.PostFormAsync($"/fichas/{ficha.Id}/descartar")).Location);

        await using var db = app.Db();
        var now = await db.Set<Dossier>().Include(practice => practice.Files).SingleAsync(practice => practice.Id == ficha.Id, TestContext.Current.CancellationToken);
        Assert.Equal(ficha.Content.ToJson(), now.Content.ToJson());
        Assert.Contains("Publicada", (await author.VisitAsync($"/fichas/{ficha.Id}")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reviewer_reads_goals_and_files_and_sees_what_changed_in_them()
    {
        var draft = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime, $"Ficha {Guid.NewGuid():N}"));
        using var author = await app.SignInAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);
        await AttachAsync(author, draft.Id, "antes.png");
        Assert.Equal($"/fichas/{draft.Id}", (await author.SendFichaAsync($"/fichas/{draft.Id}")).Location);

        var first = await reviewer.VisitAsync($"/revision/{draft.Id}");
        Assert.Contains("16.", first.Text("#goals"), StringComparison.Ordinal);
        var file = first.Page.QuerySelector("#files a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await reviewer.VisitAsync(file)).Status);
        using var stranger = await app.SignInAsync(await NewAsync("Nelson", Role.Contributor));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.VisitAsync(file)).Status);

        await reviewer.PostFromAsync("/inicio", $"/revision/{draft.Id}/tomar");
        await reviewer.PostFormAsync($"/revision/{draft.Id}/solicitar-cambios", ("note", "Revise los objetivos."));
        await author.PostFormAsync($"/fichas/{draft.Id}/presentacion", ("goals", "5"));
        await author.SendFichaAsync($"/fichas/{draft.Id}");

        var changes = await reviewer.VisitAsync($"/revision/{draft.Id}?cambios=1");
        Assert.Contains("5", changes.Text("#goals ins"), StringComparison.Ordinal);
        Assert.Null(changes.Page.QuerySelector("#summary"));
        Assert.Null(changes.Page.QuerySelector("#files"));
    }

    [Fact]
    public async Task Publishing_what_is_not_approved_leaves_no_copy_of_its_files_behind()
    {
        var draft = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime, $"Ficha {Guid.NewGuid():N}"));
        using var author = await app.SignInAsync(lucia);
        using var second = await app.SignInAsync(ines);
        await AttachAsync(author, draft.Id, "anexo.png");
        await author.SendFichaAsync($"/fichas/{draft.Id}");
        await using var db = app.Db();
        var before = await CountAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await second.PostFromAsync("/inicio", $"/fichas/{draft.Id}/publicar")).Status);
        Assert.Equal(HttpStatusCode.Conflict,
            (await second.PostFromAsync("/inicio", $"/fichas/{draft.Id}/forzar", ("reason", "No hay otra persona hasta el lunes."))).Status);

        Assert.Equal(before, await CountAsync());

        Task<long> CountAsync() =>
            db.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM site.files""").SingleAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_same_file_sent_three_times_at_once_is_attached_once_and_never_a_failure()
    {
        var draft = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime, $"Ficha {Guid.NewGuid():N}"));
        using var author = await app.SignInAsync(lucia);
        var page = await author.FollowAsync($"/fichas/{draft.Id}/archivos");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(author, draft.Id, page, "a.png")));

        Assert.All(answers, answer => Assert.True((int)answer < 500, $"{answer}"));
        Assert.Single((await author.FollowAsync($"/fichas/{draft.Id}/archivos")).Page.QuerySelectorAll("form[action$=quitar]"));
    }

    [Fact]
    public async Task An_hour_is_set_shown_apart_and_taken_away_again()
    {
        var ficha = await app.ApprovedAsync(lucia, mateo);
        using var second = await app.SignInAsync(ines);
        var day = app.Clock.GetUtcNow().AddDays(9);

        var set = await second.SendFormAsync($"/fichas/{ficha.Id}/programar", await second.VisitAsync($"/fichas/{ficha.Id}/publicar"), ("day.dia", $"{day.Day}"), ("day.mes", $"{day.Month}"), ("day.anio", $"{day.Year}"), ("hour", "08:00"));

        Assert.Equal($"/fichas/{ficha.Id}/publicar", set.Location);
        Assert.Contains("Se publicará el", (await second.VisitAsync($"/fichas/{ficha.Id}/publicar")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Programadas", (await second.VisitAsync("/revision/por-publicar")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await second.PostFromAsync("/inicio", $"/fichas/{ficha.Id}/publicar")).Status);
        Assert.Equal($"/fichas/{ficha.Id}/publicar", (await second.PostFromAsync("/inicio", $"/fichas/{ficha.Id}/desprogramar")).Location);
        Assert.Equal($"/fichas/{ficha.Id}", (await second.PostFormAsync($"/fichas/{ficha.Id}/publicar")).Location);
    }

    [Fact]
    public async Task Two_fichas_of_one_title_published_at_once_get_two_addresses()
    {
        var title = $"Huertas compartidas {Guid.NewGuid():N}";
        var both = new[] { await app.ApprovedAsync(lucia, mateo, title), await app.ApprovedAsync(lucia, mateo, title) };
        using var second = await app.SignInAsync(ines);
        using var third = await app.SignInAsync(await NewAsync("Tercera", Role.Reviewer));

        var answers = await Task.WhenAll(
            second.PostFormAsync($"/fichas/{both[0].Id}/publicar"),
            third.PostFormAsync($"/fichas/{both[1].Id}/publicar"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        await using var db = app.Db();
        var ids = both.Select(one => one.Id).ToList();
        var slugs = await db.Set<Dossier>().Where(practice => ids.Contains(practice.Id)).Select(practice => practice.Slug).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, slugs.Distinct().Count());
    }

    [Fact]
    public async Task A_withdrawn_practice_can_be_amended_reviewed_and_published_again_at_its_address()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines);
        using var second = await app.SignInAsync(ines);
        using var author = await app.SignInAsync(lucia);
        using var visitor = app.CreateClient();
        await second.PostFormAsync($"/fichas/{ficha.Id}/retirar", ("way", "por-error"), ("reason", "Se revisa una cifra que la entidad corrigió."));
        await author.PostFormAsync($"/fichas/{ficha.Id}/corregir");
        await author.PostFormAsync($"/fichas/{ficha.Id}/presentacion", ("changeNote", "Se corrige la cifra."));
        await author.SendFichaAsync($"/fichas/{ficha.Id}");
        await app.ApproveAsync(ficha.Id, mateo);

        Assert.Equal($"/fichas/{ficha.Id}", (await second.PostFormAsync($"/fichas/{ficha.Id}/publicar")).Location);

        Assert.Equal(HttpStatusCode.OK, (await visitor.EventuallyAsync($"/practicas/{ficha.Slug}", HttpStatusCode.OK)).Status);
    }

    [Theory]
    [InlineData("aprobar")]
    [InlineData("solicitar-cambios")]
    public async Task A_page_left_open_decides_nothing_on_a_text_that_came_later(string decision)
    {
        var ficha = await app.SubmittedAsync(lucia);
        using var author = await app.SignInAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);
        await reviewer.PostFromAsync("/inicio", $"/revision/{ficha.Id}/tomar");
        var old = await reviewer.VisitAsync($"/revision/{ficha.Id}/{decision}");
        await reviewer.PostFormAsync($"/revision/{ficha.Id}/solicitar-cambios", ("note", "Precise el alcance."));
        await author.PostFormAsync($"/fichas/{ficha.Id}/seccion/2", ("scope", "Otro alcance, que nadie ha leído."));
        await author.PostFormAsync($"/fichas/{ficha.Id}/enviar");

        var refused = await reviewer.SendFormAsync($"/revision/{ficha.Id}/{decision}", old, ("note", "De acuerdo."));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Léala otra vez", refused.Text("main"), StringComparison.Ordinal);
        Assert.Contains("En revisión", (await author.VisitAsync($"/fichas/{ficha.Id}")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ficha_that_nobody_took_returns_to_draft_and_one_that_was_taken_does_not()
    {
        var ficha = await app.SubmittedAsync(lucia);
        using var author = await app.SignInAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);
        await reviewer.PostFromAsync("/inicio", $"/revision/{ficha.Id}/tomar");

        Assert.Contains("Pídale que la devuelva", (await author.PostFormAsync($"/fichas/{ficha.Id}/recuperar")).Text("main"), StringComparison.Ordinal);
        await reviewer.PostFromAsync("/inicio", $"/revision/{ficha.Id}/devolver-a-la-bolsa");
        Assert.Equal($"/fichas/{ficha.Id}", (await author.PostFormAsync($"/fichas/{ficha.Id}/recuperar")).Location);
        Assert.Equal(HttpStatusCode.OK, (await author.VisitAsync($"/fichas/{ficha.Id}/seccion/1")).Status);
    }

    private async Task<Person> NewAsync(string name, Role role) =>
        await app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role));

    private static async Task AttachAsync(Visitor author, int id, string name) =>
        Assert.Equal(HttpStatusCode.Redirect, await SendAsync(author, id, await author.FollowAsync($"/fichas/{id}/archivos"), name));

    /// <summary>Sends a picture of one dot.</summary>
    private static async Task<HttpStatusCode> SendAsync(Visitor author, int id, Answer page, string name)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")), "file", name },
        };
        return (await author.Http.PostAsync($"/fichas/{id}/archivos", form)).StatusCode;
    }
}
