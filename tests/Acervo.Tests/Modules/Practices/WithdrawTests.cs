using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Usage;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>Taking something off the site: why is asked, and everybody reads it.</summary>
public sealed class WithdrawTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private Person lucia = null!;
    private Person mateo = null!;
    private Person ines = null!;

    public async ValueTask InitializeAsync()
    {
        lucia = await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        mateo = await app.SeedAsync(Cast.Somebody("Mateo", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Reviewer));
        ines = await app.SeedAsync(Cast.Somebody("Inés", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Reviewer));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_reason_that_everybody_reads_holds_no_number_of_a_person()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines);
        using var reviewer = await app.SignInAsync(mateo);
        var again = await reviewer.PostFormAsync(
            $"/fichas/{ficha.Id}/retirar", ("way", "por-error"), ("reason", "Pregunte a Nubia, en el 300 000 0042, por la versión nueva."));
        Assert.Contains("300 000 0042). Quítelo", again.Text(".field-error"), StringComparison.Ordinal);
        Assert.Contains("Pregunte a Nubia", again.Text("textarea"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reviewer.VisitAsync($"/practicas/{ficha.Slug}")).Status);
    }

    [Fact]
    public async Task How_often_it_was_read_is_told_to_its_people_also_afterwards()
    {
        var ficha = await app.PublishedAsync(lucia, mateo, ines);
        using var visitor = app.CreateClient();
        await visitor.EventuallyAsync($"/practicas/{ficha.Slug}", HttpStatusCode.OK);
        await visitor.VisitAsync($"/practicas/{ficha.Slug}.json");
        await app.Services.GetRequiredService<UsageWriter>().WriteAsync(TestContext.Current.CancellationToken);
        using var author = await app.SignInAsync(lucia);
        Assert.Contains($"/fichas/{ficha.Id}/uso", (await author.VisitAsync($"/fichas/{ficha.Id}")).Body, StringComparison.Ordinal);
        var page = await author.VisitAsync($"/fichas/{ficha.Id}/uso");
        Assert.Matches(@"^Leída \d+ veces desde el \d+ de \w+ de \d{4}\.$", page.Text(".work-head p"));
        Assert.Equal(["Mes", "Página", "Datos", "Todos"], page.Page.QuerySelectorAll("thead th").Select(head => head.TextContent));
        var csv = await author.VisitAsync($"/fichas/{ficha.Id}/uso.csv");
        Assert.Contains($"{app.Clock.Today():yyyy-MM-dd}\";\"1\";\"json\";\"Datos\";\"1\"", csv.Body, StringComparison.Ordinal);

        using var reviewer = await app.SignInAsync(mateo);
        await reviewer.PostFormAsync($"/fichas/{ficha.Id}/retirar", ("way", "por-error"), ("reason", "La reemplaza una norma nueva de la entidad."));
        var after = await reviewer.VisitAsync($"/fichas/{ficha.Id}/uso");
        Assert.Contains("Está retirada del sitio", after.Text("main"), StringComparison.Ordinal);
        Assert.Equal(page.Text("tbody"), after.Text("tbody"));
        using var stranger = await app.SignInAsync(await app.SeedAsync(Cast.Stranger().Apart()));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.VisitAsync($"/fichas/{ficha.Id}/uso")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.VisitAsync($"/fichas/{ficha.Id}/uso.csv")).Status);
    }

    [Fact]
    public async Task Withdrawing_without_a_reason_keeps_the_page_and_says_why()
    {
        var ficha = await app.SubmittedAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);

        var again = await reviewer.PostFormAsync($"/fichas/{ficha.Id}/retirar", ("way", "por-error"), ("reason", "corto"));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Escriba el motivo: quedará a la vista", again.Text(".field-error"), StringComparison.Ordinal);
        Assert.Equal("corto", again.Text("textarea[name=reason]"));
    }
}
