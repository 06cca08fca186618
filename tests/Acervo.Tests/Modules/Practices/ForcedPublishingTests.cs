using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Tests.Platform.Audit;

namespace Acervo.Tests.Modules.Practices;

/// <summary>One person publishes alone, with a reason: it is told until another confirms it, and can be taken back like anything.</summary>
public sealed class ForcedPublishingTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_publication_without_a_second_person_says_so_until_a_third_confirms_it()
    {
        var (ficha, _, alone) = await ApprovedAsync();
        using var third = await SignInAsync(Role.Reviewer);

        Assert.Contains("Explique en una frase", (await ForceAsync(alone, ficha, "corto")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(ficha, (await ForceAsync(alone, ficha, "No hay otra persona hasta el lunes y la feria es mañana.")).Location);

        Assert.Contains("Se publicó sin una segunda persona", (await third.VisitAsync(ficha)).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await alone.PostFormAsync($"{ficha}/confirmar")).Status);
        Assert.Equal(ficha, (await third.PostFormAsync($"{ficha}/confirmar")).Location);
        Assert.DoesNotContain("Se publicó sin una segunda persona.", (await third.VisitAsync(ficha)).Text(".notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_page_and_its_JSON_say_that_one_person_reviewed_and_published_it_and_the_page_when_another_confirmed_it()
    {
        var (ficha, _, alone) = await ApprovedAsync();
        using var third = await SignInAsync(Role.Reviewer);
        using var visitor = app.CreateClient();
        await ForceAsync(alone, ficha, "No hay otra persona hasta el lunes y la feria es mañana.");
        var href = (await alone.VisitAsync(ficha)).Href("Ver en el sitio")!;

        var page = await visitor.EventuallyAsync(href, HttpStatusCode.OK);
        Assert.Equal("La revisó y la publicó una misma persona, que no participó en su redacción.", page.Text("#una-persona"));
        Assert.DoesNotContain("Persona de prueba", page.Body, StringComparison.Ordinal);
        var body = (await visitor.VisitAsync($"{href}.json")).Body;
        Assert.Contains("\"reviewedAndPublishedByOnePerson\": true", body, StringComparison.Ordinal);

        await third.PostFormAsync($"{ficha}/confirmar");
        var confirmed = await visitor.EventuallyAsync(href,
            answer => answer.Text("#una-persona").Contains("Otra persona la confirmó el", StringComparison.Ordinal));
        Assert.Contains("Otra persona la confirmó el", confirmed.Text("#una-persona"), StringComparison.Ordinal);
        Assert.Equal(body, (await visitor.VisitAsync($"{href}.json")).Body);
        Assert.True((await app.VerifyTrailAsync()).Intact);
    }

    [Fact]
    public async Task What_two_people_published_says_nothing_of_the_kind_and_cannot_be_forced_by_the_second()
    {
        var (author, approver, second) = (await NewAsync(Role.Contributor), await NewAsync(Role.Reviewer), await NewAsync(Role.Reviewer));
        var ficha = await app.ApprovedAsync(author, approver);
        using var other = await app.SignInAsync(second);
        using var visitor = app.CreateClient();

        var refused = await ForceAsync(other, $"/fichas/{ficha.Id}", "No hay otra persona hasta el lunes y la feria es mañana.");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("ya son dos", refused.Text("main"), StringComparison.Ordinal);

        await other.PostFormAsync($"/fichas/{ficha.Id}/publicar");
        var href = (await other.VisitAsync($"/fichas/{ficha.Id}")).Href("Ver en el sitio")!;
        Assert.Null((await visitor.EventuallyAsync(href, HttpStatusCode.OK)).Page.QuerySelector("#una-persona"));
        Assert.Contains("\"reviewedAndPublishedByOnePerson\": false", (await visitor.VisitAsync($"{href}.json")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forced_publication_that_was_withdrawn_can_be_prepared_anew()
    {
        var (ficha, author, alone) = await ApprovedAsync();
        await ForceAsync(alone, ficha, "No hay otra persona hasta el lunes y la feria es mañana.");
        await alone.PostFormAsync($"{ficha}/retirar", ("way", "por-error"), ("reason", "Tenía una cifra equivocada."));

        Assert.Equal(ficha, (await author.PostFormAsync($"{ficha}/corregir")).Location);
    }

    /// <summary>The address of an approved ficha, who wrote it and who approved it.</summary>
    private async Task<(string Ficha, Visitor Author, Visitor Approver)> ApprovedAsync()
    {
        var (author, approver) = (await NewAsync(Role.Contributor), await NewAsync(Role.Reviewer));
        var ficha = await app.ApprovedAsync(author, approver);
        return ($"/fichas/{ficha.Id}", await app.SignInAsync(author), await app.SignInAsync(approver));
    }

    private static async Task<Answer> ForceAsync(Visitor alone, string ficha, string reason) =>
        await alone.SendFormAsync($"{ficha}/forzar", await alone.VisitAsync($"{ficha}/publicar"), ("reason", reason));

    private async Task<Visitor> SignInAsync(Role role) => await app.SignInAsync(await NewAsync(role));

    private async Task<Person> NewAsync(Role role) =>
        await app.SeedAsync(Cast.Somebody("Persona de prueba", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role));
}
