using System.Net;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Text;
using Acervo.Tests.Platform;

namespace Acervo.Tests.Modules.Practices;

/// <summary>The names of attached files: clean when they come in, without contact data when they go out.</summary>
public sealed class AttachedFileNameTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_name_loses_its_folders_and_the_signs_that_turn_it_around()
    {
        var author = await app.SeedAsync(Cast.Somebody("Autora", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat));
        var draft = await app.SeedAsync(Ficha.Complete(author, app.Clock.GetUtcNow().UtcDateTime, $"Ficha {Guid.NewGuid():N}"));
        using var visitor = await app.SignInAsync(author);
        var page = await visitor.FollowAsync($"/fichas/{draft.Id}/archivos");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Pictures.Png("x")), "file", "..\\..\\carpeta\\anexo\u202Efdp.png" },
        };

        Assert.Equal(HttpStatusCode.Redirect,
            (await visitor.Http.PostAsync($"/fichas/{draft.Id}/archivos", form, TestContext.Current.CancellationToken)).StatusCode);

        var shown = (await visitor.FollowAsync($"/fichas/{draft.Id}/archivos")).Text("main");
        Assert.Contains("anexofdp.png", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("carpeta", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cédula 310/555/1235 juan@gmail.com.pdf", $"Cédula {PersonalData.Mask} {PersonalData.Mask}.pdf")]
    [InlineData("3000000012.DOCX", $"{PersonalData.Mask}.DOCX")]
    [InlineData("juan@gmail.com", PersonalData.Mask)]
    [InlineData("Acta 12.pdf", "Acta 12.pdf")]
    public void A_public_name_keeps_how_it_ends(string name, string shown) => Assert.Equal(shown, DossierCopies.NameOf(name));
}
