using System.Net;
using Acervo.Platform.Calendar;
using Acervo.Platform.Http;
using Acervo.Tests.Platform.OpenData;
using Acervo.Tests.Platform.Publications.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Publications;

/// <summary>What opens and closes does so on every page that names it, at that moment, though nothing is published then.</summary>
[Collection(CallSite.Name)]
public sealed class GoodUntilTests(CallSite site)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_names_what_closes_is_not_served_from_memory_afterwards()
    {
        var (practice, call) = (CallSite.NewItem(), CallSite.NewItem());
        await site.App.PublishAsync(practice, "la-nombra", "La que nombra un llamado");
        var now = site.App.Clock.Now();
        await site.PublishAsync(call, "abre-y-cierra", draft => draft with
        {
            OpensAt = now + Hour,
            ClosesAt = now + Hour + Hour,
            Language = "en",
            Relations = [new("cites", "practice", practice)],
        }, "Se llama a quien vio zarapitos.");
        using var visitor = site.App.CreateClient();
        string[] pages = ["/llamados", "/llamados/abre-y-cierra", "/buscar?q=zarapitos", "/practicas/la-nombra"];
        // What was published reaches each page by itself.
        foreach (var page in pages)
        {
            await visitor.EventuallyAsync(page, answer => answer.Text("main").Contains("Abre el", StringComparison.Ordinal));
        }

        await AreKeptAsync(visitor, pages, "Abre el");
        var tag = (await visitor.VisitAsync("/llamados")).Response.Headers.ETag!;
        site.App.Clock.Advance(Hour + TimeSpan.FromSeconds(1));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/llamados") { Headers = { IfNoneMatch = { tag } } };
        using var changed = await visitor.Http.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        await AreKeptAsync(visitor, pages, "Cierra el");
        site.App.Clock.Advance(Hour);
        await AreKeptAsync(visitor, pages, "Cerró el");
    }

    [Fact]
    public async Task A_page_on_which_nothing_changes_any_more_is_kept()
    {
        var now = site.App.Clock.Now();
        await site.PublishAsync(CallSite.NewItem(), "ya-cerro", draft => draft with { ClosesAt = now - Hour });
        using var visitor = site.App.CreateClient();
        await visitor.EventuallyAsync("/llamados/ya-cerro", HttpStatusCode.OK);
        await AreKeptAsync(visitor, ["/llamados/ya-cerro"], "Cerró el");
        site.App.Clock.Advance(Hour);
        await AreKeptAsync(visitor, ["/llamados/ya-cerro"], "Cerró el");
    }

    [Fact]
    public async Task Whoever_stands_between_is_told_to_keep_it_no_longer_than_it_is_true()
    {
        var now = site.App.Clock.Now();
        await site.PublishAsync(CallSite.NewItem(), "por-cerrar", draft => draft with { ClosesAt = now + Hour });
        using var visitor = site.App.CreateClient();
        await visitor.EventuallyAsync("/llamados/por-cerrar", HttpStatusCode.OK);
        Assert.Equal(5, await SharedAsync(visitor, "/llamados/por-cerrar"));
        Assert.Equal(5, await SharedAsync(visitor, "/api/v1/publications/call/por-cerrar"));

        // The clock of the test runs on: it may be a second later by now.
        site.App.Clock.Advance(now + Hour - site.App.Clock.Now() - TimeSpan.FromSeconds(3));
        Assert.InRange(await SharedAsync(visitor, "/llamados/por-cerrar"), 0, 2);
        Assert.InRange(await SharedAsync(visitor, "/api/v1/publications/call/por-cerrar"), 0, 2);
        Assert.Equal(5, await SharedAsync(visitor, "/lecciones"));
    }

    [Fact]
    public async Task Programs_read_when_it_opens_and_closes_and_in_what_language_it_is()
    {
        var now = site.App.Clock.Now();
        await site.PublishAsync(CallSite.NewItem(), "con-plazo", draft => draft with { ClosesAt = now + Hour, Language = "en" });
        using var visitor = site.App.CreateClient();
        var page = await visitor.EventuallyAsync("/llamados/con-plazo", HttpStatusCode.OK);

        Assert.Equal("en", page.Page.QuerySelector(".prose")!.GetAttribute("lang"));
        Assert.Equal("en", page.Page.QuerySelector("meta[name='DCTERMS.language']")!.GetAttribute("content"));
        Assert.StartsWith("end=", page.Page.QuerySelector("meta[name='DCTERMS.valid']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Contains("\"expires\"", page.Page.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
        var api = (await visitor.VisitAsync("/api/v1/publications/call/con-plazo")).Body;
        Assert.Contains("\"closesAt\":\"", api, StringComparison.Ordinal);
        Assert.Contains("\"opensAt\":null", api, StringComparison.Ordinal);
        Assert.Contains("\"language\":\"en\"", (await visitor.VisitAsync("/datos/llamados.ndjson")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_close_before_it_opens_is_refused()
    {
        var now = site.App.Clock.Now();
        var refusal = await Assert.ThrowsAsync<Acervo.Platform.Data.RuleException>(() => site.PublishAsync(CallSite.NewItem(), "al-reves", draft => draft with
        {
            OpensAt = now + Hour,
            ClosesAt = now,
        }));
        Assert.Contains("debe ser posterior", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Each page says it at the first look, and is in memory after some: whatever was published may still be dropping pages.</summary>
    private async Task AreKeptAsync(Visitor visitor, string[] pages, string words)
    {
        var cache = site.App.Services.GetRequiredService<PublicCache>();
        foreach (var page in pages)
        {
            Assert.Contains(words, (await visitor.VisitAsync(page)).Text("main"), StringComparison.Ordinal);
        }

        foreach (var page in pages)
        {
            var isKept = false;
            await visitor.EventuallyAsync(page, _ => isKept |= cache.Find(page) is not null);
            Assert.True(isKept, page);
        }
    }

    private static async Task<int> SharedAsync(Visitor visitor, string path)
    {
        var control = (await visitor.VisitAsync(path)).Response.Headers.CacheControl;
        Assert.True(control is { Public: true, MustRevalidate: true, MaxAge.Ticks: 0 }, $"{control}");
        return (int)control.SharedMaxAge!.Value.TotalSeconds;
    }
}
