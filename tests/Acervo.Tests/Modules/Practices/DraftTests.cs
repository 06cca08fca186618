using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Tests.Platform.Documents;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Practices;

/// <summary>What its author may do with a draft: give it up, take a file away and put it back, and hear what follows.</summary>
public sealed class DraftTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_draft_that_was_never_sent_is_deleted_and_leaves_its_row_in_the_trail()
    {
        var (person, author) = await AuthorAsync();
        var draft = await app.SeedAsync(Ficha.Complete(person, app.Clock.GetUtcNow().UtcDateTime, $"Para borrar {Guid.NewGuid():N}"));
        var asked = await author.VisitAsync($"/fichas/{draft.Id}/eliminar");
        Assert.Contains(draft.Title, asked.Text("main"), StringComparison.Ordinal);
        Assert.Equal("/fichas", (await author.SendFormAsync($"/fichas/{draft.Id}/eliminar", asked)).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await author.VisitAsync($"/fichas/{draft.Id}")).Status);
        await using var db = app.Db();
        Assert.Equal(1, await db.Database.SqlQuery<int>($"""
            SELECT count(*)::int AS "Value" FROM app.audit WHERE verb = 'dossier.erased' AND subject = {draft.Subject} AND person_id = {person.Id}
            """).SingleAsync(TestContext.Current.CancellationToken));
        author.Dispose();
    }

    [Fact]
    public async Task What_somebody_else_has_seen_is_not_deleted()
    {
        var (person, author) = await AuthorAsync();
        var sent = await app.SubmittedAsync(person);
        Assert.DoesNotContain("Eliminar el borrador", (await author.VisitAsync($"/fichas/{sent.Id}")).Text("main"), StringComparison.Ordinal);
        var refused = await author.PostFormAsync($"/fichas/{sent.Id}/eliminar");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("nunca se envió", refused.Text("main"), StringComparison.Ordinal);
        var (_, stranger) = await AuthorAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.VisitAsync($"/fichas/{sent.Id}/eliminar")).Status);
        stranger.Dispose();
        author.Dispose();
    }

    [Fact]
    public async Task A_file_is_taken_away_by_its_name_and_put_back_and_a_refused_one_is_told_beside_the_annexes()
    {
        var (person, author) = await AuthorAsync();
        using var signedIn = author;
        var (first, second) = (await SeedAsync(person), await SeedAsync(person));
        var place = $"/fichas/{first}/seccion/6";
        Assert.Equal($"{place}#archivos", (await author.VisitAsync($"/fichas/{first}/archivos")).Location);
        Assert.Equal($"{place}#archivos", await AttachAsync(author, first, LinePdf.Of("Comité del barrio."), "acta.pdf"));
        var remove = (await author.VisitAsync(place)).Page.QuerySelector("form[action$=quitar]")!.GetAttribute("action")!;

        Assert.Equal($"{place}#archivos", (await author.PostFromAsync(place, remove)).Location);

        var told = await author.VisitAsync(place);
        Assert.Contains("Se quitó «acta.pdf».", told.Text(".notice"), StringComparison.Ordinal);
        Assert.Null(told.Page.QuerySelector("form[action$=quitar]"));
        var (back, token) = ($"/fichas/{first}/archivos/devolver", told.Page.QuerySelector("form[action$=devolver] input[name=file]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Conflict, (await author.PostFromAsync(place, $"/fichas/{second}/archivos/devolver", ("file", token))).Status);
        var (_, stranger) = await AuthorAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostFromAsync("/inicio", back, ("file", token))).Status);
        Assert.Equal($"{place}#archivos", (await author.PostFromAsync(place, back, ("file", token))).Location);
        Assert.Contains("acta.pdf", (await author.VisitAsync(place)).Text("#archivos .attached"), StringComparison.Ordinal);
        Assert.Contains("ya está adjunto", (await author.PostFromAsync(place, back, ("file", token))).Text("main"), StringComparison.Ordinal);

        Assert.Equal($"{place}#archivos", await AttachAsync(author, first, "nada"u8.ToArray(), "nada.pdf"));
        Assert.NotEqual("", (await author.VisitAsync(place)).Text("#archivos .field-error"));
        Assert.DoesNotContain("Archivos adjuntos", (await author.VisitAsync(place)).Text(".steps"), StringComparison.Ordinal);
        stranger.Dispose();
    }

    [Fact]
    public async Task Each_step_says_what_is_missing_and_each_act_who_has_it_now_and_by_which_business_day()
    {
        var (person, author) = await AuthorAsync();
        using var signedIn = author;
        var (mateo, ines) = (await ReviewerAsync("Mateo Quintana"), await ReviewerAsync("Inés Valderrama"));
        using var reviewer = await app.SignInAsync(mateo);
        using var second = await app.SignInAsync(ines);
        var empty = await app.SeedAsync(Dossier.Start(Ficha.Form, person.Id, person.UnitId, app.Clock.GetUtcNow().UtcDateTime));
        var bare = await author.VisitAsync($"/fichas/{empty.Id}");
        Assert.Matches("1 Información general Faltan \\d+".Replace(" ", "\\s*", StringComparison.Ordinal), bare.Text(".steps li:first-child"));
        Assert.Equal("Continuar", bare.Text(".work-head .primary"));
        var (ficha, review) = await SeedAsync(person) is var id ? ($"/fichas/{id}", $"/revision/{id}") : default;

        // Nothing obligatory is missing, whatever is to be explained.
        await author.PostFormAsync($"{ficha}/seccion/1", ("contact_emails", "oscar.lemus@exmaple.gov.co"));
        var ready = await author.VisitAsync(ficha);
        Assert.Contains("1 por explicar", ready.Text(".steps li:first-child"), StringComparison.Ordinal);
        Assert.Equal("Enviar a revisión", ready.Text(".work-head .primary"));
        Assert.Equal(ficha, (await author.SendFichaAsync(ficha)).Location);
        var sent = (await author.VisitAsync(ficha)).Text(".notice");
        Assert.Matches("Se envió «.*»: \\d+ respuestas\\. La recibieron .*Inés Valderrama.*[.] Alguien debe tomarla a más tardar el .* "
            + "\\(3 días hábiles\\)", sent);
        Assert.Contains("a más tardar el", (await author.VisitAsync(ficha)).Text(".work-head"), StringComparison.Ordinal);
        Assert.Contains("Vence en 3 días hábiles", (await reviewer.VisitAsync("/inicio")).Text(".inbox"), StringComparison.Ordinal);

        await reviewer.PostFromAsync(review, $"{review}/tomar");
        await reviewer.PostFromAsync(review, $"{review}/observar/scope", ("text", "Diga a cuántas sedes llega."));
        await reviewer.PostFormAsync($"{review}/solicitar-cambios");
        Assert.Matches("volvió a Lucía con sus observaciones.* \\(10 días hábiles\\)", (await reviewer.VisitAsync("/revision")).Text(".notice"));
        var returned = await author.VisitAsync(ficha);
        Assert.Contains("1 observación", returned.Text(".steps li:nth-child(2)"), StringComparison.Ordinal);
        Assert.DoesNotContain("Completa", returned.Text(".steps li:nth-child(2)"), StringComparison.Ordinal);
        Assert.Equal("Enviar a revisión", returned.Text(".work-head .primary"));
        Assert.Equal($"{ficha}/observaciones", returned.Href("Atender 1 observación"));
        var inbox = (await author.VisitAsync("/inicio")).Page.QuerySelectorAll(".inbox-row").Select(row => row.TextContent).ToList();
        Assert.Contains("Le solicitaron cambios", inbox[0], StringComparison.Ordinal);
        Assert.Contains("Hasta el", inbox[0], StringComparison.Ordinal);
        Assert.Contains("Borrador sin enviar", inbox[^1], StringComparison.Ordinal);

        await author.SendFichaAsync(ficha);
        Assert.Contains("La recibió Mateo Quintana, quien la revisa. Decide a más tardar el", (await author.VisitAsync(ficha)).Text(".notice"),
            StringComparison.Ordinal);
        var thread = (await reviewer.VisitAsync(review)).Page.QuerySelector("[formaction*=resolver]")!.GetAttribute("formaction")!;
        await reviewer.PostFromAsync(review, thread);
        await reviewer.PostFormAsync($"{review}/aprobar");
        Assert.Matches("La publica .*Inés Valderrama.* a más tardar el", (await reviewer.VisitAsync(ficha)).Text(".notice"));
        await second.PostFormAsync($"{ficha}/publicar");
        Assert.Contains("La versión 1 ya está en el sitio", (await second.VisitAsync(ficha)).Text(".notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_was_never_sent_is_its_authors_alone()
    {
        var (person, author) = await AuthorAsync();
        using var signedIn = author;
        using var reviewer = await app.SignInAsync(await ReviewerAsync("Mateo"));
        var id = await SeedAsync(person);
        foreach (var address in new[] { "", "/vista", "/ficha.docx", "/autores" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await reviewer.VisitAsync($"/fichas/{id}{address}")).Status);
        }

        Assert.DoesNotContain($"/fichas/{id}\"", (await reviewer.VisitAsync($"/fichas/buscar?q={id}")).Body, StringComparison.Ordinal);
        await author.SendFichaAsync($"/fichas/{id}");
        Assert.Equal(HttpStatusCode.OK, (await reviewer.VisitAsync($"/fichas/{id}")).Status);
        Assert.Contains($"/fichas/{id}\"", (await reviewer.VisitAsync($"/fichas/buscar?q={id}")).Body, StringComparison.Ordinal);
    }

    private async Task<int> SeedAsync(Person author) =>
        (await app.SeedAsync(Ficha.Complete(author, app.Clock.GetUtcNow().UtcDateTime, $"Ficha {Guid.NewGuid():N}"))).Id;

    private Task<Person> ReviewerAsync(string name) =>
        app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", Cast.Movilidad, Role.Reviewer));

    /// <summary>Where the site leads after a file was sent.</summary>
    private static async Task<string?> AttachAsync(Visitor author, int id, byte[] bytes, string name)
    {
        var page = await author.FollowAsync($"/fichas/{id}/archivos");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", name },
        };
        return (await author.Http.PostAsync($"/fichas/{id}/archivos", form)).Headers.Location?.ToString();
    }

    private async Task<(Person Person, Visitor Visitor)> AuthorAsync()
    {
        var person = await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        return (person, await app.SignInAsync(person));
    }
}
