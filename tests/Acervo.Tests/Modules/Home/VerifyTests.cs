using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Data;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Tests.Modules.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Home;

/// <summary>Anybody finds which publication a fingerprint belongs to, whatever became of it afterwards.</summary>
public sealed class VerifyTests(AppHost app) : IClassFixture<AppHost>
{
    private const string Unknown = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task A_fingerprint_leads_to_its_version_and_says_what_became_of_it()
    {
        var title = $"Ficha {Guid.NewGuid():N}";
        var (lucia, mateo, ines) = (await NewAsync("Lucía", Role.Contributor), await NewAsync("Mateo", Role.Reviewer), await NewAsync("Inés", Role.Reviewer));
        var ficha = await app.PublishedAsync(lucia, mateo, ines, title);
        var first = await ShaAsync(title, 1);
        var found = await LookUpAsync($" {first.ToUpperInvariant()} ");
        Assert.Contains("versión 1", found.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("es la vigente", found.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await FollowAsync(found, title));

        await AmendAsync(ficha.Id, lucia, mateo, ines);
        found = await LookUpAsync(first);
        Assert.Contains("hay una versión más reciente", found.Text(".notice"), StringComparison.Ordinal);
        Assert.EndsWith("/v1", found.Href(title), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await FollowAsync(found, title));
        var second = await ShaAsync(title, 2);
        Assert.Contains("es la vigente", (await LookUpAsync(second)).Text(".notice"), StringComparison.Ordinal);

        using (var reviewer = await app.SignInAsync(ines))
        {
            await reviewer.PostFormAsync($"/fichas/{ficha.Id}/retirar", ("way", "por-error"), ("reason", "Contiene un dato que no debía publicarse."));
        }

        foreach (var sha in new[] { first, second })
        {
            found = await LookUpAsync(sha);
            Assert.Contains("fue retirada después", found.Text(".notice"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Gone, await FollowAsync(found, title));
        }
    }

    [Theory]
    [InlineData(Unknown, "Ninguna publicación de este sitio tiene esa huella")]
    [InlineData("abc", "tiene 64 caracteres")]
    public async Task What_is_no_fingerprint_of_this_site_is_told_so(string typed, string says)
    {
        var page = await LookUpAsync(typed);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(says, page.Text(".field-error"), StringComparison.Ordinal);
    }

    private async Task<Answer> LookUpAsync(string sha)
    {
        using var nobody = app.CreateClient();
        return await nobody.VisitAsync($"/verificar?huella={Uri.EscapeDataString(sha)}");
    }

    private async Task<HttpStatusCode> FollowAsync(Answer found, string title)
    {
        using var nobody = app.CreateClient();
        return (await nobody.VisitAsync(found.Href(title)!)).Status;
    }

    private async Task AmendAsync(int id, Person author, Person approver, Person publisher)
    {
        using (var visitor = await app.SignInAsync(author))
        {
            await visitor.PostFormAsync($"/fichas/{id}/corregir");
            await visitor.PostFormAsync($"/fichas/{id}/seccion/3", ("scope", "Otro alcance."));
            await visitor.PostFormAsync($"/fichas/{id}/presentacion", ("summary", "Otro resumen."), ("goals", "16"), ("changeNote", "Se corrige el alcance."));
            await visitor.SendFichaAsync($"/fichas/{id}");
        }

        await app.ApproveAsync(id, approver);
        await using var scope = app.Services.CreateAsyncScope();
        var mine = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Dossier>().Include(one => one.Files)
            .SingleAsync(one => one.Id == id, TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<DossierPublishing>().PublishAsync(mine, publisher.Id);
    }

    private async Task<string> ShaAsync(string title, int version) =>
        (await app.Services.GetRequiredService<PublicDb>().FindAsync("SELECT sha256 FROM site.standing WHERE title = $1 AND version = $2",
            row => row.GetString(0), TestContext.Current.CancellationToken, title, version))!;

    private async Task<Person> NewAsync(string name, Role role) =>
        await app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", null, role));
}
