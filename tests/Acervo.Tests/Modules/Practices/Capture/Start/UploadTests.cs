using System.Net;

namespace Acervo.Tests.Modules.Practices.Capture.Start;

/// <summary>What happens to a document that somebody sends.</summary>
public sealed class UploadTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("001-micrositio.pdf")]
    [InlineData("001-micrositio.txt")]
    public async Task A_document_of_any_kind_opens_as_a_ficha_filled_in(string name)
    {
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat,
            Acervo.Platform.Accounts.Role.Contributor)));

        var ficha = await lucia.WaitForFichaAsync(await lucia.UploadAsync(Shared.Fixture(name)));

        var page = await lucia.VisitAsync($"{ficha}/seccion/1");
        Assert.Equal("Micositio Gestión Pública Distrital", page.Page.QuerySelector("input[name=title]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_document_that_is_no_ficha_is_refused_in_a_sentence()
    {
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Contributor()));

        var answer = await lucia.UploadAsync("Receta de ajiaco: papa criolla, pollo y guascas."u8.ToArray(), "receta.txt");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("no parece el formato 4202000-FT-1311", answer.Text(".field-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_document_twice_offers_the_ficha_that_exists()
    {
        using var author = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat,
            Acervo.Platform.Accounts.Role.Contributor)));
        var first = await author.WaitForFichaAsync(await author.UploadAsync(Shared.Fixture("003-boletin.txt")));

        var second = await author.UploadAsync(Shared.Fixture("003-boletin.txt"));

        Assert.Equal(first, second.Page.QuerySelector(".notice a")!.GetAttribute("href"));
    }
}
