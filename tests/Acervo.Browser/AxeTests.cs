namespace Acervo.Browser;

/// <summary>The check itself is checked: a page with a fault is told, with its rule and its place, and a sound one is not.</summary>
public sealed class AxeTests
{
    private const string Sound = "<!doctype html><html lang=es><title>Obra</title><main><h1>Obra</h1><p>Texto</p></main></html>";

    [Theory]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<p style='color:#ccc;background:#fff'>Letras pálidas</p>", "color-contrast")]
    [InlineData("<input name=correo>", "label")]
    public async Task A_fault_is_told(string planted, string rule)
    {
        await using var context = await Chrome.Current.NewVisitorAsync(1280);
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Sound);
        Assert.Empty(await Axe.FaultsAsync(page));

        await page.SetContentAsync(Sound.Replace("<p>Texto</p>", planted, StringComparison.Ordinal));
        Assert.StartsWith($"{rule}: ", Assert.Single(await Axe.FaultsAsync(page)), StringComparison.Ordinal);
    }
}
