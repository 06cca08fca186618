using System.Globalization;
using System.Text.RegularExpressions;
using Acervo.Platform.Accounts;
using Acervo.Platform.Documents;

namespace Acervo.Tests.Modules.Practices.Capture.Start;

/// <summary>A scan takes a while: its page counts the pages read, may be left and found again, and leads to the ficha.</summary>
public sealed partial class ScanProgressTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_scan_shows_its_pages_as_they_are_read_and_may_be_left_and_found_again()
    {
        var scan = await FirstPagesAsync(Shared.Fixture("001-micrositio.scan.pdf"));
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat,
            Role.Contributor)));
        var waiting = (await lucia.UploadAsync(scan, "escaneado.pdf")).Location!;
        Assert.StartsWith("/fichas/leyendo/", waiting, StringComparison.Ordinal);

        var counts = new List<int>();
        string? ficha = null;
        for (var tries = 0; ficha is null && tries < 1500; tries++)
        {
            // Somebody who goes elsewhere finds the way back where documents are sent.
            Assert.Equal(waiting, (await lucia.VisitAsync("/fichas/nueva")).Href("escaneado.pdf") ?? waiting);
            var answer = await lucia.VisitAsync(waiting);
            ficha = answer.Location;
            if (PagesRead().Match(answer.Text(".job")) is { Success: true } read)
            {
                counts.Add(int.Parse(read.Groups["page"].Value, CultureInfo.InvariantCulture));
                Assert.Equal("4", answer.Page.QuerySelector("progress")!.GetAttribute("max"));
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        Assert.Matches(@"^/fichas/\d+$", ficha);
        Assert.Equal(counts.Order(), counts);
        // How many of them somebody who looks now and then comes to see depends on the machine; the reader's own test has each.
        Assert.NotEmpty(counts);
        Assert.Null((await lucia.VisitAsync("/fichas/nueva")).Href("escaneado.pdf"));
    }

    /// <summary>Four of its pages: enough to be counted.</summary>
    private static async Task<byte[]> FirstPagesAsync(string path)
    {
        using var folder = new WorkFolder();
        var whole = folder.File("de-cuatro.pdf");
        await ExternalTool.RunAsync("pdfseparate", ["-l", "4", path, folder.File("%d.pdf")], TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        string[] parts = [.. Enumerable.Range(1, 4).Select(page => folder.File($"{page}.pdf"))];
        await ExternalTool.RunAsync("pdfunite", [.. parts, whole], TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        return await File.ReadAllBytesAsync(whole, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"(?<page>\d+) de 4 páginas", RegexOptions.None, 1000)]
    private static partial Regex PagesRead();
}
