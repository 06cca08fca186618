using System.Globalization;
using Acervo.Tests;
using Microsoft.Playwright;

namespace Acervo.Browser;

/// <summary>One person at one screen: visits, leaves a picture of every page and has it checked for accessibility.</summary>
public sealed class Screens(AppHost app, IPage page, string folder)
{
    private int count;

    public IPage Page => page;

    public static async Task<Screens> OpenAsync(AppHost app, string walk, string person, int width)
    {
        var context = await Chrome.Current.NewVisitorAsync(width);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        var folder = Path.Combine(TestCluster.Repository, "artifacts", "screens", walk, $"{width}", person);
        Directory.CreateDirectory(folder);
        return new Screens(app, page, folder);
    }

    public async Task VisitAsync(string path)
    {
        await page.GotoAsync(new Uri(app.Address, path).ToString());
        await LookAsync(path);
    }

    /// <summary>Takes the picture and runs axe: no violation is small enough to let pass.</summary>
    public Task LookAsync(string name)
    {
        count++;
        return LookAsync(name, 3);
    }

    /// <summary>A page that goes on by itself, as the one that waits for a reading, may go while it is looked at: then where it went is looked at.</summary>
    private async Task LookAsync(string name, int moves)
    {
        try
        {
            await LookOnceAsync(name);
        }
        catch (PlaywrightException moved) when (moves > 0 && moved.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await LookAsync(name, moves - 1);
        }
    }

    private async Task LookOnceAsync(string name)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var file = string.Create(CultureInfo.InvariantCulture,
            $"{count:00}-{string.Concat(name.Split('?')[0].Trim('/').Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'))}.png");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
        var faults = await Axe.FaultsAsync(page);
        Assert.True(faults.Length == 0, $"{name}: {string.Join("; ", faults)}");
        var wide = await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        Assert.False(wide, $"{name}: the page is wider than the screen.");
    }

    public Task FillAsync(string label, string text) => page.GetByLabel(label, new() { Exact = true }).First.FillAsync(text);

    public async Task PressAsync(string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    public async Task FollowAsync(string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
