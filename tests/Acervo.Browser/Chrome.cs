using Acervo.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(TestCluster))]
[assembly: AssemblyFixture(typeof(Acervo.Browser.Chrome))]

namespace Acervo.Browser;

/// <summary>Debian's Chromium, started once for the run.</summary>
public sealed class Chrome : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public static Chrome Current { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Current = this;
        if (Executable() is not { } path)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    /// <summary>A fresh visitor with a screen of this width; the test is skipped where there is no Chromium.</summary>
    public async Task<IBrowserContext> NewVisitorAsync(int width, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipWhen(browser is null, "Chromium is not installed: apt-get install chromium");
        return await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            Locale = "es-CO",
            ColorScheme = scheme,
            HasTouch = width < 600,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string? Executable() => Places.FirstOrDefault(File.Exists);
}
