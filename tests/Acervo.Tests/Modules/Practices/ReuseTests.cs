using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Practices;

/// <summary>The bank knows which practice adapts which, shows it on both pages and orders by it.</summary>
public sealed class ReuseTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task An_adaptation_links_both_pages_counts_in_the_order_and_stops_counting_when_withdrawn()
    {
        var (lucia, mateo, ines) = (await NewAsync(Role.Contributor), await NewAsync(Role.Reviewer), await NewAsync(Role.Reviewer));
        var original = await app.PublishedAsync(lucia, mateo, ines, "Banco de horas entre vecinos");
        await app.PublishedAsync(lucia, mateo, ines, "Otra que nadie adapta");
        var draft = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime, "Banco de horas en un colegio"));
        using var author = await app.SignInAsync(lucia);
        using var second = await app.SignInAsync(ines);
        using var visitor = app.CreateClient();

        Assert.Contains("Banco de horas entre vecinos", (await author.VisitAsync("/fichas/publicadas/practice?q=horas entre")).Body, StringComparison.Ordinal);
        var wrong = await author.PostFormAsync($"/fichas/{draft.Id}/presentacion", ("summary", "Un resumen que no debe perderse."),
            ("adapts", "No existe tal práctica"));
        wrong = wrong.Location is { } again ? await author.VisitAsync(again) : wrong;
        Assert.Contains("No la encontramos", wrong.Text(".field-error"), StringComparison.Ordinal);
        Assert.Equal("Un resumen que no debe perderse.", wrong.Text("textarea[name=summary]"));
        Assert.Equal(HttpStatusCode.Redirect,
            (await author.PostFormAsync($"/fichas/{draft.Id}/presentacion", ("adapts", $"{app.Address}practicas/{original.Slug}?q=x"))).Status);
        Assert.Equal("Banco de horas entre vecinos",
            (await author.VisitAsync($"/fichas/{draft.Id}/presentacion")).Page.QuerySelector("input[name=adapts]")!.GetAttribute("value"));

        await author.SendFichaAsync($"/fichas/{draft.Id}");
        Assert.Contains("Banco de horas entre vecinos", (await second.VisitAsync($"/revision/{draft.Id}")).Text("#adapts"), StringComparison.Ordinal);
        await app.ApproveAsync(draft.Id, mateo);
        await second.PostFormAsync($"/fichas/{draft.Id}/publicar");

        var source = await visitor.EventuallyAsync($"/practicas/{original.Slug}", answer => answer.Page.QuerySelector("#adaptaciones") is not null);
        Assert.Contains("1 buena práctica la adapta", source.Text("#adaptaciones"), StringComparison.Ordinal);
        var use = source.Page.QuerySelector("#adaptaciones a")!.GetAttribute("href")!;
        Assert.NotNull((await visitor.VisitAsync(use)).Page.QuerySelector($".side a[href='/practicas/{original.Slug}']"));
        Assert.Equal("Banco de horas entre vecinos",
            (await visitor.EventuallyAsync("/practicas?orden=usadas",
            answer => answer.Text(".result h3") == "Banco de horas entre vecinos")).Text(".result h3"));

        await second.PostFormAsync($"/fichas/{draft.Id}/retirar", ("way", "por-error"), ("reason", "La entidad la reemplazó por otra más reciente."));
        var alone = await visitor.EventuallyAsync($"/practicas/{original.Slug}", answer => answer.Page.QuerySelector("#adaptaciones") is null);
        Assert.Null(alone.Page.QuerySelector("#adaptaciones"));
    }

    [Fact]
    public async Task The_link_outlives_a_withdrawal_of_the_original_until_its_author_takes_it_away()
    {
        var (lucia, mateo, ines) = (await NewAsync(Role.Contributor), await NewAsync(Role.Reviewer), await NewAsync(Role.Reviewer));
        var original = await app.PublishedAsync(lucia, mateo, ines, $"Original {Guid.NewGuid():N}");
        var draft = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime, $"Adaptación {Guid.NewGuid():N}"));
        using var author = await app.SignInAsync(lucia);
        using var second = await app.SignInAsync(ines);
        await author.PostFormAsync($"/fichas/{draft.Id}/presentacion", ("adapts", original.Title));
        await second.PostFormAsync($"/fichas/{original.Id}/retirar", ("way", "por-error"), ("reason", "La entidad la reemplazó por otra más reciente."));

        await author.PostFormAsync($"/fichas/{draft.Id}/presentacion", ("summary", "Otro resumen de la misma práctica."));

        await using var db = app.Db();
        Assert.Equal(original.Id, (await db.FindAsync<Acervo.Platform.Editorial.Dossier>(draft.Id))!.Adapts);
    }

    [Fact]
    public async Task Only_who_is_signed_in_may_ask_for_names_to_adapt()
    {
        using var visitor = app.CreateClient();

        Assert.StartsWith("/entrar", (await visitor.VisitAsync("/fichas/publicadas/practice?q=banco")).Location, StringComparison.Ordinal);
    }

    private async Task<Person> NewAsync(Role role) =>
        await app.SeedAsync(Cast.Somebody("Persona de prueba", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role));
}
