using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Practices;

/// <summary>While others have it, its author reads the answers as they were sent, with what was said of each.</summary>
public sealed class AuthorReadsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Its_author_reads_every_answer_in_review_with_the_remarks_beside_and_may_reply_there()
    {
        var (person, reviewer) = (await NewAsync(Role.Contributor), await NewAsync(Role.Reviewer));
        var ficha = await app.SubmittedAsync(person);
        var at = $"/fichas/{ficha.Id}/respuestas";
        using var author = await app.SignInAsync(person);
        using var second = await app.SignInAsync(reviewer);
        await second.PostFromAsync("/inicio", $"/revision/{ficha.Id}/tomar");
        await second.PostFromAsync("/inicio", $"/revision/{ficha.Id}/observar/scope", ("text", "Diga cuándo empezó."));

        Assert.Equal(at, (await author.VisitAsync($"/fichas/{ficha.Id}")).Href("Ver las respuestas y sus observaciones"));
        var page = await author.VisitAsync(at);
        Assert.Contains("300 000 0012", page.Text("#contact_phones"), StringComparison.Ordinal);
        Assert.Contains("Diga cuándo empezó.", page.Text("#scope"), StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("main .new-remark, main input:not([type=hidden]), main [formaction$=resolver]"));
        Assert.Equal($"{at}#scope", (await author.VisitAsync($"/fichas/{ficha.Id}/observaciones")).Href("Ir a la respuesta"));

        var reply = page.Page.QuerySelector("#scope [formaction$=responder]")!.GetAttribute("formaction")!;
        var box = page.Page.QuerySelector("#scope textarea")!.GetAttribute("name")!;
        await author.PostFromAsync(at, reply, (box, "En marzo de 2025."));
        Assert.Contains("En marzo de 2025.", (await second.VisitAsync($"/revision/{ficha.Id}")).Text("#scope"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await second.VisitAsync(at)).Status);
        using var stranger = await app.SignInAsync(await NewAsync(Role.Contributor));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.VisitAsync(at)).Status);
    }

    private async Task<Person> NewAsync(Role role) =>
        await app.SeedAsync(Cast.Somebody("Persona de prueba", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role));
}
