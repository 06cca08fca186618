using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Practices;

/// <summary>What is being written is its authors' alone: a reviewer reads it when it is sent, or says why, in the trail, and its authors are told.</summary>
public sealed class DraftLookTests
{
    private const string Why = "Me pidió ayuda por teléfono con la descripción.";

    /// <summary>Every road to the text of a ficha.</summary>
    private static readonly string[] Texts = ["vista", "ficha.docx", "original"];

    [Fact]
    public async Task A_reviewer_says_why_before_reading_what_nobody_sent_and_its_authors_see_who_and_why()
    {
        await using var app = await AppHost.StartAsync();
        var (lucia, mateo, author, reviewer) = await PeopleAsync(app);
        var id = await SeedAsync(app, lucia);
        var file = await AttachAsync(author, id, app);
        string[] roads = [$"/fichas/{id}", .. Texts.Select(road => $"/fichas/{id}/{road}"), $"/fichas/{id}/observaciones", $"/fichas/{id}/archivos/{file}",
            $"/fichas/{id}/archivos/{file}/copia", $"/fichas/{id}/uso", $"/fichas/{id}/uso.csv", $"/fichas/{id}/autores", $"/fichas/{id}/respuestas",
            $"/fichas/{id}/seccion/1", $"/fichas/{id}/publicar", $"/fichas/{id}/retirar", $"/revision/{id}", $"/revision/{id}/aprobar"];
        Assert.All(await StatusesAsync(reviewer, roads), status => Assert.Equal(HttpStatusCode.NotFound, status));

        var look = $"/fichas/{id}/mirar";
        var asked = await reviewer.VisitAsync(look);
        Assert.DoesNotContain("Turnos secretos", asked.Body, StringComparison.Ordinal);
        var refused = await reviewer.SendFormAsync(look, asked, ("reason", "porque sí"));
        Assert.Contains("20 caracteres o más", refused.Text(".field-error"), StringComparison.Ordinal);
        Assert.Equal("porque sí", refused.Text("textarea[name=reason]"));
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.VisitAsync($"/fichas/{id}")).Status);
        Assert.Equal($"/revision/{id}", (await reviewer.SendFormAsync(look, asked, ("reason", Why))).Location);

        string[] open = [$"/fichas/{id}", $"/fichas/{id}/vista", $"/fichas/{id}/ficha.docx", $"/fichas/{id}/archivos/{file}", $"/revision/{id}"];
        Assert.All(await StatusesAsync(reviewer, open), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.VisitAsync($"/fichas/{id}/seccion/1")).Status);
        var told = (await author.VisitAsync($"/fichas/{id}")).Text("section[aria-labelledby=historial]");
        Assert.Contains("Se abrió el borrador antes de enviarlo", told, StringComparison.Ordinal);
        Assert.Contains(Why, told, StringComparison.Ordinal);
        Assert.Contains("Mateo", told, StringComparison.Ordinal);
        Assert.Contains(await ReviewCast.LettersAsync(app), letter => letter.ToAddress == lucia.Email && letter.Body.Contains(Why, StringComparison.Ordinal));

        app.Clock.Advance(TimeSpan.FromHours(25));
        using var later = await app.SignInAsync(mateo);
        Assert.All(await StatusesAsync(later, open), status => Assert.Equal(HttpStatusCode.NotFound, status));
    }

    [Fact]
    public async Task What_was_taken_back_or_is_corrected_shows_its_road_and_not_its_text()
    {
        await using var app = await AppHost.StartAsync();
        var (lucia, _, author, reviewer) = await PeopleAsync(app);
        var id = await SeedAsync(app, lucia);
        await author.SendFichaAsync($"/fichas/{id}");
        Assert.Equal(HttpStatusCode.OK, (await reviewer.VisitAsync($"/revision/{id}")).Status);
        await author.PostFormAsync($"/fichas/{id}/recuperar");

        Assert.All(await StatusesAsync(reviewer, [$"/fichas/{id}/vista", $"/fichas/{id}/ficha.docx", $"/revision/{id}"]),
            status => Assert.Equal(HttpStatusCode.NotFound, status));
        var seen = await reviewer.VisitAsync($"/fichas/{id}");
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Equal($"/fichas/{id}/mirar", seen.Href("Abrir el borrador (se pide el motivo)"));
        await reviewer.PostFormAsync($"/fichas/{id}/mirar", ("reason", Why));
        Assert.Equal(HttpStatusCode.OK, (await reviewer.VisitAsync($"/fichas/{id}/vista")).Status);
        Assert.Equal($"/fichas/{id}/vista", (await reviewer.VisitAsync($"/fichas/{id}")).Href("Vista previa"));
    }

    [Fact]
    public async Task Nobody_else_gets_as_far_as_the_question_and_what_was_sent_asks_for_no_reason()
    {
        await using var app = await AppHost.StartAsync();
        var (lucia, _, author, reviewer) = await PeopleAsync(app);
        var id = await SeedAsync(app, lucia);
        var other = await app.SeedAsync(Cast.Somebody("Otra", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        using var stranger = await app.SignInAsync(other);
        var far = await app.SeedAsync(Cast.Somebody("Lejos", $"{Guid.NewGuid():N}@example.gov.co", Cast.Movilidad));
        await using (var db = app.Db())
        {
            (await db.FindAsync<Person>(far.Id))!.Grant(Role.Reviewer, Cast.Movilidad, by: null);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var elsewhere = await app.SignInAsync(far);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.VisitAsync($"/fichas/{id}/mirar")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.VisitAsync($"/fichas/{id}/mirar")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostFromAsync("/inicio", $"/fichas/{id}/mirar", ("reason", Why))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.VisitAsync("/fichas/999999/mirar")).Status);

        await author.SendFichaAsync($"/fichas/{id}");
        Assert.Equal($"/fichas/{id}", (await reviewer.VisitAsync($"/fichas/{id}/mirar")).Location);
        await using var after = app.Db();
        Assert.Equal(0, await after.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM app.audit WHERE verb = {DraftLook.Verb}""")
            .SingleAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<List<HttpStatusCode>> StatusesAsync(Visitor visitor, string[] roads)
    {
        List<HttpStatusCode> statuses = [];
        foreach (var road in roads)
        {
            statuses.Add((await visitor.VisitAsync(road)).Status);
        }

        return statuses;
    }

    private static async Task<(Person Lucia, Person Mateo, Visitor Author, Visitor Reviewer)> PeopleAsync(AppHost app)
    {
        var lucia = await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        var mateo = await app.SeedAsync(Cast.Somebody("Mateo", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Reviewer));
        return (lucia, mateo, await app.SignInAsync(lucia), await app.SignInAsync(mateo));
    }

    private static async Task<int> SeedAsync(AppHost app, Person author) =>
        (await app.SeedAsync(Ficha.Complete(author, app.Clock.GetUtcNow().UtcDateTime, $"Turnos secretos {Guid.NewGuid():N}"))).Id;

    private static async Task<int> AttachAsync(Visitor author, int id, AppHost app)
    {
        var page = await author.FollowAsync($"/fichas/{id}/archivos");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Platform.Pictures.Png("x")), "file", "anexo.png" },
        };
        await author.Http.PostAsync($"/fichas/{id}/archivos", form);
        await using var db = app.Db();
        return await db.Set<DossierFile>().Where(one => one.DossierId == id).Select(one => one.Id).SingleAsync(TestContext.Current.CancellationToken);
    }
}
