using System.Net;
using System.Text.Json;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Forms.Reading;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Practices;

/// <summary>A ficha that several people write: all may write and send it, one answers for it, and none ever decides on it.</summary>
public sealed class AuthorsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Two_people_write_and_send_a_ficha_and_neither_may_decide_on_it()
    {
        var (lucia, nubia, mateo) = (await NewAsync("Lucía", Role.Contributor), await NewAsync("Nubia", Role.Contributor, Role.Reviewer),
            await NewAsync("Mateo", Role.Reviewer));
        var ficha = await DraftAsync(lucia);
        using var author = await app.SignInAsync(lucia);
        using var other = await app.SignInAsync(nubia);
        Assert.Equal(HttpStatusCode.NotFound, (await other.VisitAsync($"/fichas/{ficha}/seccion/2")).Status);

        var path = $"/fichas/{ficha}/autores";
        Assert.Equal(path, (await author.PostFormAsync(path, ("email", $" {nubia.Email.ToUpperInvariant()} "))).Location);
        Assert.Contains(await ReviewCast.LettersAsync(app),
            letter => letter.ToAddress == nubia.Email && letter.Subject.Contains("Recibió una invitación para escribir", StringComparison.Ordinal));
        Assert.Contains("Lucía", (await other.VisitAsync("/fichas")).Text($"tr:has(a[href='/fichas/{ficha}'])"), StringComparison.Ordinal);
        await other.PostFormAsync($"/fichas/{ficha}/seccion/2", ("scope", "Lo escribió Nubia."));
        Assert.Contains("Lo escribió Nubia", (await author.VisitAsync($"/fichas/{ficha}/seccion/2")).Text("#scope"), StringComparison.Ordinal);
        Assert.Equal($"/fichas/{ficha}", (await other.SendFichaAsync($"/fichas/{ficha}")).Location);

        // She reviews elsewhere: here she wrote, and goes on having written after she leaves.
        Assert.Contains("Nadie revisa su propio trabajo", (await ClaimAsync(other, ficha)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"/revision/{ficha}", (await other.VisitAsync("/revision")).Body, StringComparison.Ordinal);
        await other.PostFromAsync(path, $"{path}/{nubia.Id}/quitar");
        Assert.Contains("Nadie revisa su propio trabajo", (await ClaimAsync(other, ficha)).Body, StringComparison.Ordinal);
        using var reviewer = await app.SignInAsync(mateo);
        Assert.Equal($"/revision/{ficha}", (await ClaimAsync(reviewer, ficha)).Location);
        Assert.Contains("Mateo", (await author.VisitAsync($"/fichas/{ficha}")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Alguien dejó de escribirla", (await author.VisitAsync($"/fichas/{ficha}")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_people_write_at_once_is_put_together_and_only_the_same_answer_is_asked_about()
    {
        var (lucia, nubia) = (await NewAsync("Lucía", Role.Contributor), await NewAsync("Nubia Rojas", Role.Contributor));
        var ficha = await DraftAsync(lucia);
        using var author = await app.SignInAsync(lucia);
        using var other = await app.SignInAsync(nubia);
        await author.PostFormAsync($"/fichas/{ficha}/autores", ("email", nubia.Email));
        var page = $"/fichas/{ficha}/seccion/2";
        var (mine, again) = (await author.VisitAsync(page), await author.VisitAsync(page));
        await other.PostFormAsync(page, ("scope", "Lo escribió Nubia."), ("baseline", "También esto."));

        Assert.Equal($"/fichas/{ficha}/seccion/3", (await author.SendFormAsync(page, mine, ("description", "Lo escribió Lucía."))).Location);
        Assert.Contains("con lo que escribió Nubia Rojas", (await author.VisitAsync($"/fichas/{ficha}/seccion/3")).Text(".notice"), StringComparison.Ordinal);
        Assert.Equal("Lo escribió Nubia.", (await author.VisitAsync(page)).Text("textarea[name=scope]"));

        // The same answer: nothing is overwritten until who saw both says so, and the rest is not asked about.
        var asked = await author.SendFormAsync(page, again, ("scope", "Lo quiere Lucía."));
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Nubia Rojas cambió esta ficha", asked.Text(".errors"), StringComparison.Ordinal);
        Assert.Contains("Lo guardado dice: «Lo escribió Nubia.»", asked.Text("#scope-error"), StringComparison.Ordinal);
        Assert.Equal("Lo quiere Lucía.", asked.Text("textarea[name=scope]"));
        Assert.Equal("También esto.", asked.Text("textarea[name=baseline]"));
        Assert.Equal("Lo escribió Nubia.", (await author.VisitAsync(page)).Text("textarea[name=scope]"));
        await author.SendFormAsync(page, asked);
        var now = await author.VisitAsync(page);
        Assert.Equal("Lo quiere Lucía.", now.Text("textarea[name=scope]"));
        Assert.Equal("También esto.", now.Text("textarea[name=baseline]"));
        Assert.Equal("Lo escribió Lucía.", now.Text("textarea[name=description]"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_day_that_cannot_be_read_hides_nothing_that_somebody_else_wrote_there(bool byScript)
    {
        var (lucia, nubia) = (await NewAsync("Lucía", Role.Contributor), await NewAsync("Nubia Rojas", Role.Contributor));
        var ficha = await DraftAsync(lucia);
        using var author = await app.SignInAsync(lucia);
        using var other = await app.SignInAsync(nubia);
        await author.PostFormAsync($"/fichas/{ficha}/autores", ("email", nubia.Email));
        var page = $"/fichas/{ficha}/seccion/1";
        var mine = await author.VisitAsync(page);
        await other.PostFormAsync(page, ("started_on.dia", "16"), ("filledOn.dia", "3"), ("filledOn.mes", "2"), ("filledOn.anio", "2025"));
        (string, string?)[] unread = [("started_on.dia", "31"), ("started_on.mes", "2"), ("filledOn.dia", "31"), ("filledOn.mes", "2")];
        (string, string?)[] mended = [("started_on.dia", "20"), ("started_on.mes", "2"), ("filledOn.dia", "4"), ("filledOn.mes", "2")];

        if (byScript)
        {
            author.Http.DefaultRequestHeaders.Add("Accept", "application/json");
            using var told = JsonDocument.Parse((await author.SendFormAsync(page, mine, unread)).Body);
            author.Http.DefaultRequestHeaders.Clear();
            mended = [.. mended, ("version", told.RootElement.GetProperty("version").GetString())];
        }
        else
        {
            Assert.Equal(page, (await author.SendFormAsync(page, mine, unread)).Location);
            mine = await author.VisitAsync(page);
        }

        var asked = await author.SendFormAsync(page, mine, mended);
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Nubia Rojas cambió esta ficha", asked.Text(".errors"), StringComparison.Ordinal);
        var now = await author.VisitAsync(page);
        Assert.Equal("16", now.Page.QuerySelector("[name='started_on.dia']")!.GetAttribute("value"));
        Assert.Equal("3", now.Page.QuerySelector("[name='filledOn.dia']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_somebody_placed_from_the_document_is_theirs_and_is_not_overwritten()
    {
        var (lucia, nubia, now) = (await NewAsync("Lucía", Role.Contributor), await NewAsync("Nubia Rojas", Role.Contributor),
            app.Clock.GetUtcNow().UtcDateTime);
        var piece = new UnplacedText("También dos colegios.", 3, "scope");
        var draft = Ficha.Complete(lucia, now, $"Ficha {Guid.NewGuid():N}");
        draft.TakeReading(draft.Answers, draft.FilledOn, new StoredReading(new Dictionary<string, ReadValue>(), [], 0, 0) { Unplaced = [piece] }.ToJson(), null,
            null, lucia.Id, now);
        var at = $"/fichas/{(await app.SeedAsync(draft)).Id}";
        using var author = await app.SignInAsync(lucia);
        using var other = await app.SignInAsync(nubia);
        await author.PostFormAsync($"{at}/autores", ("email", nubia.Email));
        var page = $"{at}/seccion/2";
        var first = await author.VisitAsync(page);
        await other.PostFromAsync(at, $"{at}/ubicar", ("piece", Dossier.MarkOf(piece)), ("question", "scope"));
        await author.PostFormAsync(page, ("baseline", "Desde otra ventana."));

        var late = await author.SendFormAsync(page, first, ("scope", "Tres sedes."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Nubia Rojas cambió esta ficha", late.Text(".errors"), StringComparison.Ordinal);
        Assert.Contains("También dos colegios.", (await author.VisitAsync(page)).Text("textarea[name=scope]"), StringComparison.Ordinal);
        Assert.Contains("Se puso en una respuesta un texto del documento", (await author.VisitAsync(at)).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_answers_for_it_invites_and_nobody_who_is_unknown_or_reviews_it()
    {
        var (lucia, nubia, mateo) = (await NewAsync("Lucía", Role.Contributor), await NewAsync("Nubia", Role.Contributor),
            await NewAsync("Mateo", Role.Reviewer, Role.Contributor));
        var ficha = await DraftAsync(lucia);
        using var author = await app.SignInAsync(lucia);
        using var other = await app.SignInAsync(nubia);
        using var reviewer = await app.SignInAsync(mateo);
        var path = $"/fichas/{ficha}/autores";

        var unknown = await author.PostFormAsync(path, ("email", "nadie@example.gov.co"));
        Assert.Contains("Ninguna persona con ese correo puede escribir fichas", unknown.Text(".field-error"), StringComparison.Ordinal);
        Assert.Equal("nadie@example.gov.co", unknown.Page.QuerySelector("input[name=email]")!.GetAttribute("value"));
        Assert.Contains("ya la escribe", (await author.PostFormAsync(path, ("email", lucia.Email))).Text(".field-error"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.VisitAsync(path)).Status);

        await author.PostFormAsync(path, ("email", nubia.Email));
        Assert.Null((await other.VisitAsync(path)).Page.QuerySelector("input[name=email]"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostFromAsync(path, path, ("email", mateo.Email))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.VisitAsync($"{path}/{nubia.Id}/entregar")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await other.PostFromAsync(path, $"{path}/{mateo.Id}/quitar")).Status);

        await author.SendFichaAsync($"/fichas/{ficha}");
        await ClaimAsync(reviewer, ficha);
        Assert.Contains("nadie decide sobre su propio trabajo", (await author.PostFormAsync(path, ("email", mateo.Email))).Text(".field-error"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_handed_over_and_outlives_the_account_of_who_answered_for_it()
    {
        var (lucia, nubia, oscar, mateo) = (await NewAsync("Lucía", Role.Contributor), await NewAsync("Nubia", Role.Contributor),
            await NewAsync("Óscar", Role.Contributor), await NewAsync("Mateo", Role.Reviewer));
        var ficha = await DraftAsync(lucia);
        var path = $"/fichas/{ficha}/autores";
        using var author = await app.SignInAsync(lucia);
        using var other = await app.SignInAsync(nubia);
        using var reviewer = await app.SignInAsync(mateo);
        await author.PostFormAsync(path, ("email", nubia.Email));
        Assert.Equal(path, (await author.PostFormAsync($"{path}/{nubia.Id}/entregar")).Location);
        var first = (await other.VisitAsync(path)).Text(".attached");
        Assert.StartsWith("Nubia (usted)", first, StringComparison.Ordinal);
        Assert.Contains("Responde por la ficha", first, StringComparison.Ordinal);
        Assert.Null((await reviewer.VisitAsync(path)).Page.QuerySelector("input[name=email]"));

        await using (var db = app.Db())
        {
            (await db.Set<Person>().SingleAsync(person => person.Id == nubia.Id, TestContext.Current.CancellationToken))
                .Disable(app.Clock.GetUtcNow().UtcDateTime, mateo.Id);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(path, (await reviewer.PostFormAsync(path, ("email", oscar.Email))).Location);
        Assert.Equal(path, (await reviewer.PostFormAsync($"{path}/{oscar.Id}/entregar")).Location);
        using var heir = await app.SignInAsync(oscar);
        Assert.NotNull((await heir.VisitAsync(path)).Page.QuerySelector("input[name=email]"));
        Assert.Null((await reviewer.VisitAsync(path)).Page.QuerySelector("input[name=email]"));
        Assert.Equal(HttpStatusCode.OK, (await author.VisitAsync($"/fichas/{ficha}/seccion/1")).Status);
    }

    private static Task<Answer> ClaimAsync(Visitor who, int ficha) => who.PostFromAsync("/inicio", $"/revision/{ficha}/tomar");

    private async Task<int> DraftAsync(Person author) =>
        (await app.SeedAsync(Ficha.Complete(author, app.Clock.GetUtcNow().UtcDateTime, $"Ficha {Guid.NewGuid():N}"))).Id;

    private async Task<Person> NewAsync(string name, params Role[] roles)
    {
        var person = await app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", null, roles));
        return person;
    }
}
