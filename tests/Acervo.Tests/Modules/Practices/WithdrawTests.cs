using System.Net;
using Acervo.Platform.Accounts;

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
        var again = await reviewer.PostFormAsync($"/fichas/{ficha.Id}/retirar", ("reason", "Pregunte a Nubia, en el 300 000 0042, por la versión nueva."));
        Assert.Contains("300 000 0042). Quítelo", again.Text(".field-error"), StringComparison.Ordinal);
        Assert.Contains("Pregunte a Nubia", again.Text("textarea"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reviewer.VisitAsync($"/practicas/{ficha.Slug}")).Status);
    }

    [Fact]
    public async Task Withdrawing_without_a_reason_keeps_the_page_and_says_why()
    {
        var ficha = await app.SubmittedAsync(lucia);
        using var reviewer = await app.SignInAsync(mateo);

        var again = await reviewer.PostFormAsync($"/fichas/{ficha.Id}/retirar", ("reason", "corto"));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Escriba el motivo del retiro", again.Text(".field-error"), StringComparison.Ordinal);
        Assert.Equal("corto", again.Text("textarea[name=reason]"));
    }
}
