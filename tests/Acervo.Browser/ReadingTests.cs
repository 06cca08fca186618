using Acervo.Platform.Accounts;
using Acervo.Tests;
using Microsoft.Playwright;

namespace Acervo.Browser;

/// <summary>A scan in a real browser: its pages are counted while they are read, the page may be left and found again, and it ends in the ficha.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_scan_counts_its_pages_until_there_is_a_ficha(int width)
    {
        var scan = Path.Combine(TestCluster.Repository, "..", "shared", "fixtures", "001-micrositio.scan.pdf");
        Assert.SkipUnless(File.Exists(scan), "The fixture 001-micrositio.scan.pdf is not on this machine.");
        await using var app = await AppHost.StartAsync();
        var lucia = await Screens.OpenAsync(app, "scan", "lucia", width);
        await SignInAsync(app, lucia, await app.SeedAsync(Cast.Contributor()));
        await lucia.VisitAsync("/fichas/nueva");
        await lucia.Page.SetInputFilesAsync("input[type=file]", scan);
        await lucia.PressAsync("Leer el documento");

        // The pages are counted without anybody asking for the page again.
        var count = lucia.Page.Locator(".job .num");
        await Assertions.Expect(count).ToContainTextAsync("de 10 páginas", new() { Timeout = 60_000 });
        var first = await count.InnerTextAsync();
        // Another count, or the ficha already, where the one that was seen was the last.
        await lucia.Page.Locator($".job .num:not(:text-is('{first}')), .overview").First.WaitForAsync(new() { Timeout = 60_000 });
        await lucia.Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(TestCluster.Repository, "artifacts", "screens", "scan", $"{width}", "lucia",
            "leyendo.png")
        });

        await lucia.VisitAsync("/fichas/nueva");
        await lucia.Page.GetByRole(AriaRole.Link, new() { Name = "001-micrositio.scan.pdf" }).ClickAsync();
        await lucia.Page.WaitForURLAsync(url => !url.Contains("leyendo", StringComparison.Ordinal) && char.IsAsciiDigit(url[^1]), new() { Timeout = 120_000 });
        await lucia.LookAsync("ficha");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_text_that_is_no_ficha_stays_in_the_box_of_the_browser(int width)
    {
        await using var app = await AppHost.StartAsync();
        var lucia = await Screens.OpenAsync(app, "pasted", "lucia", width);
        await SignInAsync(app, lucia, await app.SeedAsync(Cast.Contributor()));
        await lucia.VisitAsync("/fichas/nueva");
        await lucia.Page.GetByText("O pegue el texto del documento").ClickAsync();
        await lucia.Page.Locator("textarea[name=pasted]").FillAsync("Receta de ajiaco: papa criolla 🌱, pollo y guascas.");
        await lucia.PressAsync("Leer el documento");

        await Assertions.Expect(lucia.Page.Locator("textarea[name=pasted]")).ToHaveValueAsync("Receta de ajiaco: papa criolla 🌱, pollo y guascas.");
        await lucia.LookAsync("rechazada");
    }

    private static async Task SignInAsync(AppHost app, Screens screens, Person person)
    {
        using var visitor = await app.SignInAsync(person);
        await screens.Page.Context.AddCookiesAsync([new() { Name = "acervo", Value = visitor.Cookie("acervo")!, Url = app.Address.ToString() }]);
    }
}
