using System.Net;
using System.Text.Json;
using Acervo.Tests.Platform.OpenData;
using Acervo.Tests.Platform.Publications.Calls;

namespace Acervo.Tests.Platform.Publications;

/// <summary>Publications of different kinds are kin in words of a module, seen from both, and only while both are in force.</summary>
[Collection(CallSite.Name)]
public sealed class KinTests(CallSite site)
{
    [Fact]
    public async Task What_one_says_of_another_stands_on_both_pages_and_in_the_api_until_it_is_withdrawn()
    {
        var (practice, call) = (CallSite.NewItem(), CallSite.NewItem());
        await site.App.PublishAsync(practice, "huertas", "Huertas en la terraza");
        await site.PublishAsync(call, "para-huertas", draft => draft with
        {
            Relations = [new("cites", "practice", practice) { Note = "El paso 3", Since = new DateOnly(2026, 2, 1) }],
        });
        using var visitor = site.App.CreateClient();

        var cited = await visitor.EventuallyAsync("/practicas/huertas", answer => answer.Page.QuerySelector("#citas") is not null);
        Assert.Equal("Citada por", cited.Text("#citas h2"));
        Assert.Equal("/llamados/para-huertas", cited.Page.QuerySelector("#citas a")!.GetAttribute("href"));
        Assert.Contains("Llamado. Secretaría de Ejemplo", cited.Text("#citas li"), StringComparison.Ordinal);
        Assert.Contains("El paso 3 · Desde el 1 de febrero de 2026", cited.Text("#citas li"), StringComparison.Ordinal);
        var citing = await visitor.EventuallyAsync("/llamados/para-huertas", HttpStatusCode.OK);
        Assert.NotNull(citing.Page.QuerySelector(".side a[href='/practicas/huertas']"));
        Assert.Equal(["citedBy 1 para-huertas"], await KinAsync(visitor, "practice/huertas"));
        Assert.Equal(["cites 1 huertas"], await KinAsync(visitor, "call/para-huertas"));

        await site.WithdrawAsync(call);
        Assert.Null((await visitor.EventuallyAsync("/practicas/huertas", answer => answer.Page.QuerySelector("#citas") is null)).Page.QuerySelector("#citas"));
        // Kept apart from the page, and dropped apart.
        for (var tries = 0; tries < 200 && (await KinAsync(visitor, "practice/huertas")).Length > 0; tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Empty(await KinAsync(visitor, "practice/huertas"));
        Assert.Empty(await site.AskAsync($"SET acervo.kinds = 'practice,call'; SELECT note FROM site.related WHERE to_item = {practice}"));
    }

    [Fact]
    public async Task The_next_version_says_what_it_says_and_the_old_page_what_it_said()
    {
        var (first, second, call) = (CallSite.NewItem(), CallSite.NewItem(), CallSite.NewItem());
        await site.App.PublishAsync(first, "compost-uno", "Compost uno");
        await site.App.PublishAsync(second, "compost-dos", "Compost dos");
        await site.PublishAsync(call, "de-compost", draft => draft with { Relations = [new("cites", "practice", first)] });
        await site.PublishAsync(call, "de-compost", draft => draft with { Relations = [new("cites", "practice", second)] });
        using var visitor = site.App.CreateClient();

        var now = await visitor.EventuallyAsync("/llamados/de-compost", answer => answer.Body.Contains("Versión 2", StringComparison.Ordinal));
        Assert.Null(now.Page.QuerySelector("a[href='/practicas/compost-uno']"));
        Assert.NotNull(now.Page.QuerySelector(".side a[href='/practicas/compost-dos']"));
        Assert.NotNull((await visitor.VisitAsync("/llamados/de-compost/v1")).Page.QuerySelector(".side a[href='/practicas/compost-uno']"));
        Assert.Null((await visitor.VisitAsync("/practicas/compost-uno")).Page.QuerySelector("#citas"));
        Assert.NotNull((await visitor.VisitAsync("/practicas/compost-dos")).Page.QuerySelector("#citas"));

        await site.App.WithdrawAsync(second);
        Assert.Null((await visitor.EventuallyAsync("/llamados/de-compost", answer => !answer.Body.Contains("compost-dos", StringComparison.Ordinal)))
            .Page.QuerySelector("a[href='/practicas/compost-dos']"));
    }

    [Fact]
    public async Task Kin_of_a_kind_that_is_off_is_not_seen()
    {
        var (practice, call) = (CallSite.NewItem(), CallSite.NewItem());
        await site.App.PublishAsync(practice, "apagada", "La que se apaga");
        await site.PublishAsync(call, "encendido", draft => draft with { Relations = [new("cites", "practice", practice)] });

        Assert.Single(await site.AskAsync($"SET acervo.kinds = 'practice,call'; SELECT to_item FROM site.related WHERE to_item = {practice}"));
        foreach (var on in new[] { "call", "practice" })
        {
            Assert.Empty(await site.AskAsync($"SET acervo.kinds = '{on}'; SELECT to_item FROM site.related WHERE to_item = {practice}"));
        }
    }

    [Fact]
    public async Task Of_many_the_page_shows_some_and_says_of_how_many()
    {
        var practice = CallSite.NewItem();
        await site.App.PublishAsync(practice, "muy-citada", "La muy citada");
        await site.RunAsync($"""
            INSERT INTO site.publications (kind, item, version, slug, state, title, summary, organisation, body, sha256, html, plain, facets,
                published_at, first_at)
            SELECT 'call', 90000 + n, 1, 'cita-' || n, 'current', 'Cita ' || n, '', '', '{"{}"}', '', '', '', '[]', now(), now() FROM generate_series(1, 63) n;
            INSERT INTO site.relations (from_kind, from_item, from_version, relation, to_kind, to_item)
            SELECT 'call', 90000 + n, 1, 'cites', 'practice', {practice} FROM generate_series(1, 63) n;
            """);
        using var visitor = site.App.CreateClient();

        var cited = await visitor.EventuallyAsync("/practicas/muy-citada", answer => answer.Page.QuerySelector("#citas") is not null);
        Assert.Equal(50, cited.Page.QuerySelectorAll("#citas li").Length);
        Assert.Contains("Se muestran 50 de 63.", cited.Text("#citas"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_no_module_registered_is_published_by_nobody()
    {
        var item = CallSite.NewItem();
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.PublishAsync(item, "sin-palabra", draft => draft with
        {
            Relations = [new("forgets", "practice", 1)],
        }));
        Assert.Empty(await site.AskAsync($"SELECT id FROM site.publications WHERE kind = 'call' AND item = {item}"));
    }

    private static async Task<string[]> KinAsync(Visitor visitor, string path)
    {
        using var json = JsonDocument.Parse((await visitor.VisitAsync($"/api/v1/publications/{path}")).Body);
        return [.. json.RootElement.GetProperty("kin").EnumerateArray().Select(kin =>
            $"{kin.GetProperty("relation")} {kin.GetProperty("total")} {kin.GetProperty("items")[0].GetProperty("slug")}")];
    }
}
