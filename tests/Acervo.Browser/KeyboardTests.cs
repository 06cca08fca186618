using Acervo.Platform.Accounts;
using Acervo.Tests;
using Acervo.Tests.Modules.Practices.Capture.Start;
using Microsoft.Playwright;

namespace Acervo.Browser;

/// <summary>From the blank form to the published page without touching a mouse.</summary>
public sealed class KeyboardTests
{
    [Fact]
    public async Task A_ficha_is_written_reviewed_and_published_with_the_keyboard_alone()
    {
        await using var app = await AppHost.StartAsync();
        await app.SeedAsync(Cast.Contributor(), Cast.Reviewer(), Cast.SecondReviewer());

        var (lucia, keys) = await SignInAsync(app, Cast.Contributor());
        await keys.TakeAsync("Nueva ficha");
        await keys.TakeAsync("O pegue el texto del documento");
        await keys.TypeAsync("Texto del formato", TypedFicha.Of("Teclas para todas las personas"));
        await keys.TakeAsync("Leer el documento");
        await lucia.WaitForURLAsync(url => char.IsAsciiDigit(url[^1]) && !url.Contains("leyendo", StringComparison.Ordinal));
        await keys.TakeAsync("Presentación para el público");
        await keys.TypeAsync("Resumen", "Todo lo que se hace con el ratón se hace también con las teclas.");
        await keys.ReachAsync("10. ");
        await lucia.Keyboard.PressAsync("Space");
        await keys.TakeAsync("Guardar y continuar");
        Assert.EndsWith("/enviar", lucia.Url, StringComparison.Ordinal);
        await keys.TypeAllAsync("Si está bien así", await lucia.Locator("input[name^=explain]").CountAsync(), "Se comprobó con el equipo.");
        await keys.TakeAsync("Enviar a revisión");
        Assert.Contains("En revisión", await lucia.InnerTextAsync("main"), StringComparison.Ordinal);

        var (mateo, reviewing) = await SignInAsync(app, Cast.Reviewer());
        await reviewing.TakeAsync("Por revisar");
        await reviewing.TakeAsync("Tomar para revisar");
        await reviewing.TakeAsync("Aprobar");
        await reviewing.TakeAsync("Aprobar esta versión");
        Assert.Contains("Aprobada", await mateo.InnerTextAsync("main"), StringComparison.Ordinal);

        var (ines, publishing) = await SignInAsync(app, Cast.SecondReviewer());
        await publishing.TakeAsync("Por publicar");
        await publishing.TakeAsync("Teclas para todas las personas");
        await publishing.TakeAsync("Publicar versión 1");
        Assert.Contains("Publicada", await ines.InnerTextAsync("main"), StringComparison.Ordinal);

        var visitor = await (await Chrome.Current.NewVisitorAsync(1280)).NewPageAsync();
        using (var asking = app.CreateClient())
        {
            await asking.EventuallyAsync("/buscar?q=teclas+personas", answer => answer.Page.QuerySelector(".result") is not null);
        }

        await visitor.GotoAsync(app.Address.ToString());
        var reading = new Keys(visitor);
        await reading.TakeAsync("Saltar al contenido");
        await visitor.GotoAsync(app.Address.ToString());
        await visitor.Keyboard.PressAsync("/");
        await visitor.Keyboard.InsertTextAsync("teclas personas");
        await reading.EnterAsync();
        await reading.TakeAsync("Teclas para todas las personas");
        Assert.Equal("Teclas para todas las personas", await visitor.InnerTextAsync("h1"));
    }

    private static async Task<(IPage Page, Keys Keys)> SignInAsync(AppHost app, Person person)
    {
        var page = await (await Chrome.Current.NewVisitorAsync(1280)).NewPageAsync();
        page.SetDefaultTimeout(15_000);
        await page.GotoAsync(new Uri(app.Address, "/entrar").ToString());
        var keys = new Keys(page);
        await keys.TypeAsync("Correo institucional", person.Email);
        await keys.TypeAsync("Contraseña", Cast.Passphrase);
        await keys.EnterAsync();
        await page.WaitForURLAsync("**/inicio");
        return (page, keys);
    }
}
