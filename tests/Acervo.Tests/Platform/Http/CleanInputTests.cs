using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Tests.Modules.Practices;

namespace Acervo.Tests.Platform.Http;

/// <summary>NUL and its kin by every door: nothing fails, nothing of them is kept.</summary>
public sealed class CleanInputTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("/buscar?q=tur%00no")]
    [InlineData("/buscar?q=%00")]
    [InlineData("/practicas?q=a%01b&anio=20%0025&ods=%00")]
    [InlineData("/lecciones?orden=%00&pagina=%00")]
    [InlineData("/buscar/sugerencias?q=tu%00r")]
    [InlineData("/api/v1/publications?q=%00&kind=practice")]
    [InlineData("/api/v1/suggest?q=tu%00r")]
    [InlineData("/practicas/atom.xml?q=%00tur&dependencia=%00")]
    [InlineData("/datos/practicas.csv?q=tu%00r")]
    [InlineData("/verificar?codigo=%00&sha256=%00")]
    [InlineData("/buscar?q=%ED%A0%80")]
    [InlineData("/buscar?q=%FF%FE")]
    [InlineData("/entrar?volver=%00%2Ffichas")]
    public async Task An_address_with_control_characters_is_answered_as_if_without(string address)
    {
        using var visitor = app.CreateClient();
        var answer = await visitor.VisitAsync(address);
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Found, $"{answer.Status} {answer.Text()}");
        Assert.DoesNotContain('\0', answer.Body);
    }

    [Theory]
    [InlineData("/practicas/una%00otra")]
    [InlineData("/practicas/una%01otra.json")]
    [InlineData("/archivos/%00/a.pdf")]
    [InlineData("/invitacion/%00")]
    public async Task A_path_with_control_characters_leads_nowhere(string path)
    {
        using var visitor = app.CreateClient();
        Assert.InRange((int)(await visitor.VisitAsync(path)).Status, 400, 404);
    }

    [Theory]
    [InlineData("/entrar", "Email", "Password")]
    [InlineData("/clave/olvidada", "Email", "Email")]
    public async Task A_form_of_anybody_is_answered(string path, string first, string second)
    {
        using var visitor = app.CreateClient();
        var answer = await visitor.PostFormAsync(path, (first, "nadie\0@example.gov.co"), (second, "na\u0001die\0@example.gov.co"));
        Assert.InRange((int)answer.Status, 200, 409);
    }

    [Fact]
    public async Task A_long_answer_keeps_its_words_and_loses_the_rest()
    {
        var author = await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        var ficha = await app.SeedAsync(Ficha.Complete(author, app.Clock.GetUtcNow().UtcDateTime));
        using var lucia = await app.SignInAsync(author);
        await lucia.PostFormAsync($"/fichas/{ficha.Id}/seccion/2", ("scope", "Alcance\0 con \u0007ruido\vy emoji 👩🏽‍💻."));
        Assert.Equal("Alcance con ruido\ny emoji 👩🏽‍💻.",
            (await lucia.VisitAsync($"/fichas/{ficha.Id}/seccion/2")).Page.QuerySelector("textarea[name=scope]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_file_with_NUL_in_its_name_and_a_pasted_text_are_taken()
    {
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat,
            Role.Contributor)));
        var page = await lucia.VisitAsync("/fichas/nueva");
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes($"Receta\0 de ajiaco {Guid.NewGuid()}"));
        file.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse("form-data; name=file; filename*=UTF-8''receta%00%01.txt");
        using var form = new MultipartFormDataContent { { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" }, file };
        using var response = await lucia.Http.PostAsync("/fichas/nueva", form, TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode < 400, $"{response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");

        var pasted = await lucia.PostFormAsync("/fichas/nueva", ("pasted", $"Texto\0 que no es ficha {Guid.NewGuid()}"));
        Assert.True((int)pasted.Status < 400, $"{pasted.Status}");
    }
}
