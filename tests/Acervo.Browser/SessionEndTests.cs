using Acervo.Tests;
using Microsoft.Playwright;

namespace Acervo.Browser;

/// <summary>The warning before a session ends, in a real browser with its clock moved forward.</summary>
public sealed class SessionEndTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_end_is_announced_put_off_and_explained(int width)
    {
        await using var app = await AppHost.StartAsync();
        var lucia = await app.SeedAsync(Cast.Contributor());
        using var signedIn = await app.SignInAsync(lucia);
        var screens = await Screens.OpenAsync(app, "session", "lucia", width);
        var page = screens.Page;
        await page.Context.AddCookiesAsync([new() { Name = "acervo", Value = signedIn.Cookie("acervo")!, Url = app.Address.ToString() }]);
        await page.Clock.InstallAsync();
        await page.GotoAsync(new Uri(app.Address, "/cuenta/clave").ToString());
        await screens.FillAsync("Contraseña nueva", "siete garzas sobre la laguna");
        var dialog = page.GetByRole(AriaRole.Dialog);
        Assert.Equal(0, await dialog.CountAsync());

        await page.Clock.FastForwardAsync("09:56:00");
        await page.Clock.RunForAsync(2000);
        await dialog.GetByText("Su sesión está por terminar").WaitForAsync();
        Assert.Contains("4 minutos", await dialog.InnerTextAsync(), StringComparison.Ordinal);
        await screens.LookAsync("aviso");
        await screens.PressAsync("Seguir trabajando");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.Equal("siete garzas sobre la laguna", await page.GetByLabel("Contraseña nueva", new() { Exact = true }).InputValueAsync());

        await page.Clock.FastForwardAsync("09:59:00");
        await page.Clock.RunForAsync(2000);
        await dialog.GetByText("Su sesión está por terminar").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.Clock.RunForAsync(60_000);
        await dialog.GetByText("Su sesión terminó").WaitForAsync();
        Assert.Contains("Lo que escribió sigue en esta página", await dialog.InnerTextAsync(), StringComparison.Ordinal);
        await screens.LookAsync("terminada");
        await screens.PressAsync("Volver a lo que escribía");
        Assert.Equal("siete garzas sobre la laguna", await page.GetByLabel("Contraseña nueva", new() { Exact = true }).InputValueAsync());
    }
}
