using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Acervo.Tests.Platform.OpenData;

/// <summary>Feeds of the site, of a kind and of a search, read as a feed reader would.</summary>
public sealed class FeedTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public async ValueTask InitializeAsync()
    {
        await app.PublishAsync(1, "con-turnos", "Turnos que avisan");
        await app.PublishAsync(2, "sin-nada", "Archivos & <etiquetas> con \u0001 control", "Un expediente en orden.");
        await app.PublishAsync(3, "leccion", "Lo que salió mal", kind: "lesson");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Atom_has_what_the_standard_asks_and_absolute_addresses()
    {
        using var visitor = app.CreateClient();
        var feed = XDocument.Parse((await visitor.EventuallyAsync("/atom.xml", one => one.Body.Split("<entry>").Length == 4)).Body).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.All((string[])["id", "title", "updated", "author"], name => Assert.NotNull(feed.Element(Atom + name)));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(3, entries.Count);
        Assert.All(entries, entry =>
        {
            Assert.StartsWith("tag:127.0.0.1,", entry.Element(Atom + "id")!.Value, StringComparison.Ordinal);
            Assert.True(DateTimeOffset.TryParse(entry.Element(Atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture, out _));
            Assert.All(entry.Elements(Atom + "link"),
                link => Assert.StartsWith(app.Address.ToString(), link.Attribute("href")!.Value, StringComparison.Ordinal));
        });
        Assert.Contains(entries, entry => entry.Element(Atom + "title")!.Value == "Archivos & <etiquetas> con  control");
    }

    [Fact]
    public async Task Rss_has_an_item_for_each_publication_of_the_kind()
    {
        using var visitor = app.CreateClient();
        var channel = XDocument.Parse((await visitor.EventuallyAsync("/lecciones/rss.xml",
            one => one.Body.Contains("<item>", StringComparison.Ordinal))).Body).Root!.Element("channel")!;
        var item = Assert.Single(channel.Elements("item"));
        Assert.Equal($"{app.Address}lecciones/leccion?canal=feed", item.Element("link")!.Value);
        Assert.True(DateTimeOffset.TryParse(item.Element("pubDate")!.Value, System.Globalization.CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public async Task A_search_has_its_feed()
    {
        using var visitor = app.CreateClient();
        var answer = await visitor.EventuallyAsync("/practicas/feed.json?q=expediente&dependencia=archivo-de-bogota",
            one => one.Body.Contains("sin-nada", StringComparison.Ordinal));
        var feed = JsonDocument.Parse(answer.Body).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.EndsWith("/practicas/sin-nada?canal=feed", Assert.Single(feed.GetProperty("items").EnumerateArray().ToList()).GetProperty("url").GetString(),
            StringComparison.Ordinal);
        var none = JsonDocument.Parse((await visitor.VisitAsync("/practicas/feed.json?dependencia=otra")).Body).RootElement;
        Assert.Equal(0, none.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_forged_host_is_not_repeated_nor_kept()
    {
        using var visitor = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/atom.xml") { Headers = { Host = "trampa.example" } };
        using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("trampa", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configured_address_is_used_whatever_the_host()
    {
        await using var configured = await AppHost.StartAsync(("Site:Url", "https://practicas.example.gov.co/"));
        await configured.PublishAsync(1, "una");
        using var visitor = configured.CreateClient();
        var feed = await visitor.EventuallyAsync("/atom.xml", one => one.Body.Contains("<entry>", StringComparison.Ordinal));
        Assert.Contains("https://practicas.example.gov.co/practicas/una?canal=feed\"", feed.Body, StringComparison.Ordinal);
        Assert.Contains("Sitemap: https://practicas.example.gov.co/sitemap.xml", (await visitor.VisitAsync("/robots.txt")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_names_every_publication()
    {
        using var visitor = app.CreateClient();
        var index = XDocument.Parse((await visitor.VisitAsync("/sitemap.xml")).Body).Root!;
        var page = XDocument.Parse((await visitor.VisitAsync(new Uri(index.Elements().Single().Elements().First().Value).PathAndQuery)).Body).Root!;
        var addresses = page.Elements().Select(url => url.Elements().First().Value).ToList();
        Assert.Contains($"{app.Address}practicas/con-turnos", addresses);
        Assert.Contains($"{app.Address}lecciones/leccion", addresses);
    }
}
