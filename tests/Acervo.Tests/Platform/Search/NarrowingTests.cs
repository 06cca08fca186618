using System.Net;
using System.Text.Json;
using Acervo.Platform.Calendar;
using Acervo.Tests.Platform.OpenData;
using Acervo.Tests.Platform.Publications.Calls;

namespace Acervo.Tests.Platform.Search;

/// <summary>What a kind declares of its lists: orders, ranges, facets with more values than are seen at once; and the kinds as a facet themselves.</summary>
[Collection(CallSite.Name)]
public sealed class NarrowingTests(CallSite site)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task What_closes_next_comes_first_and_the_order_changes_when_it_closes()
    {
        var now = site.App.Clock.Now();
        await PublishAsync("sin-cierre", null);
        await PublishAsync("cerrado", now - Day);
        await PublishAsync("en-diez", now + (10 * Day));
        await PublishAsync("en-dos", now + (2 * Day));
        using var visitor = site.App.CreateClient();
        const string list = "/llamados?q=ballestrinque&orden=cierra";
        await visitor.EventuallyAsync(list, answer => answer.Page.QuerySelectorAll(".result").Length == 4);

        Assert.Equal(["en-dos", "en-diez", "sin-cierre", "cerrado"], Slugs(await visitor.VisitAsync(list)));
        Assert.Equal("Próximo cierre", (await visitor.VisitAsync(list)).Text("#orden option[selected]"));
        var (pages, next) = (new List<string>(), "");
        for (var page = 0; page < 4; page++)
        {
            var found = await FoundAsync(visitor, $"sort=closing&kind=call&pageSize=1&q=ballestrinque{next}");
            pages.Add(found.GetProperty("items")[0].GetProperty("slug").GetString()!);
            next = found.GetProperty("next").GetString() is { } cursor ? $"&cursor={cursor}" : "";
        }

        Assert.Equal(["en-dos", "en-diez", "sin-cierre", "cerrado"], pages);
        Assert.Equal("", next);
        site.App.Clock.Advance(3 * Day);
        Assert.Equal(["en-diez", "sin-cierre", "en-dos", "cerrado"], Slugs(await visitor.VisitAsync(list)));
        Assert.Null((await visitor.VisitAsync("/practicas?q=turnos")).Page.QuerySelector("#orden option[value=cierra]"));

        Task PublishAsync(string slug, DateTime? closes) =>
            site.PublishAsync(CallSite.NewItem(), slug, draft => draft with { ClosesAt = closes }, "Se llama a quien sepa hacer un ballestrinque.");
    }

    [Fact]
    public async Task A_range_narrows_everywhere_alike_and_one_that_is_not_well_written_is_told()
    {
        var day = site.App.Clock.Today().AddDays(40);
        foreach (var (slug, closes) in new[] { ("antes", day.AddDays(-1)), ("en-punto", day), ("despues", day.AddDays(1)) })
        {
            await site.PublishAsync(CallSite.NewItem(), slug, draft => draft with { ClosesAt = closes.ToDateTime(TimeOnly.MinValue).BogotaToUtc() },
                "Se llama a quien teja chinchorros.");
        }

        using var visitor = site.App.CreateClient();
        await visitor.EventuallyAsync("/llamados?q=chinchorros", answer => answer.Page.QuerySelectorAll(".result").Length == 3);
        var asked = $"q=chinchorros&cierra-antes={day:yyyy-MM-dd}";
        var page = await visitor.VisitAsync($"/llamados?{asked}");
        Assert.Equal(["en-punto", "antes"], Slugs(page));
        var chip = page.Page.QuerySelector(".chip")!;
        Assert.Contains($"Cierre: antes del {day.Day} de", chip.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, Slugs(await visitor.VisitAsync(chip.GetAttribute("href")!)).Count());
        Assert.Equal(day.ToString("yyyy-MM-dd"), page.Page.QuerySelector("[name=cierra-antes]")!.GetAttribute("value"));
        Assert.Equal(2, (await FoundAsync(visitor, asked)).GetProperty("total").GetInt32());
        Assert.Equal(1, (await FoundAsync(visitor, $"{asked}&cierra-desde={day:yyyy-MM-dd}")).GetProperty("total").GetInt32());
        var sheet = (await visitor.VisitAsync($"/datos/llamados.csv?{asked}")).Body;
        Assert.Contains("\"opens_at\";\"closes_at\"", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("despues", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("despues", (await visitor.VisitAsync($"/llamados/atom.xml?{asked}")).Body, StringComparison.Ordinal);

        var wrong = await visitor.VisitAsync("/llamados?q=chinchorros&cierra-antes=mañana");
        Assert.Equal(3, Slugs(wrong).Count());
        Assert.Contains("«mañana» no es una fecha. Escríbala como 2027-03-01.", wrong.Text("#faceta-cierra"), StringComparison.Ordinal);
        foreach (var path in new[] { "/api/v1/publications?kind=call&", "/datos/llamados.csv?", "/llamados/rss.xml?" })
        {
            var refused = await visitor.VisitAsync(path + "cierra-antes=mañana");
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains("no es una fecha", JsonDocument.Parse(refused.Body).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Contains("cierra-antes", (await visitor.VisitAsync("/datos/api")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kinds_are_a_facet_of_the_search_of_all_and_orders_are_those_that_all_of_them_have()
    {
        await site.PublishAsync(CallSite.NewItem(), "uno-de-mimbre", text: "Se llama a quien trabaje el mimbre.");
        await site.App.PublishAsync(CallSite.NewItem(), "canastos", "Canastos", "Se hacen de mimbre.");
        await site.App.PublishAsync(CallSite.NewItem(), "sillas", "Sillas", "Se hacen de mimbre.");
        using var visitor = site.App.CreateClient();
        var page = await visitor.EventuallyAsync("/buscar?q=mimbre", answer => answer.Page.QuerySelectorAll(".result").Length == 3);
        var kinds = page.Page.QuerySelectorAll("#faceta-tipo .facet-option");
        Assert.Equal(["Buenas prácticas 2", "Llamados 1"], kinds.Select(kind =>
            $"{kind.QuerySelector(".facet-text")!.TextContent.Trim()} {kind.QuerySelector(".facet-count")!.FirstChild!.TextContent}"));
        Assert.Null(page.Page.QuerySelector("#orden option[value=usadas], #orden option[value=cierra], #faceta-cierra"));

        var calls = await visitor.VisitAsync(kinds[1].GetAttribute("href")!);
        Assert.Equal(["uno-de-mimbre"], Slugs(calls));
        Assert.Contains("Tipo: Llamados", calls.Text(".chips"), StringComparison.Ordinal);
        Assert.Equal(2, calls.Page.QuerySelectorAll("#faceta-tipo .facet-option").Length);
        Assert.NotNull(calls.Page.QuerySelector("#faceta-cierra"));
        Assert.NotNull((await visitor.VisitAsync("/practicas?q=mimbre")).Page.QuerySelector("#orden option[value=usadas]"));
        Assert.Null((await visitor.VisitAsync("/llamados?q=mimbre")).Page.QuerySelector("#orden option[value=usadas], #faceta-tipo"));
        var told = (await FoundAsync(visitor, "q=mimbre&kind=call")).GetProperty("facets").EnumerateArray().First();
        Assert.Equal("""["kind",2]""", $"""["{told.GetProperty("group")}",{told.GetProperty("values")[0].GetProperty("count")}]""");
    }

    [Fact]
    public async Task More_than_twelve_values_are_opened_and_looked_among_without_a_script()
    {
        for (var number = 1; number <= 14; number++)
        {
            await site.App.PublishAsync(CallSite.NewItem(), $"telar-{number}", $"Telar {number}", "Se teje en telares.",
                facets: [new("entidad", $"taller-{number}", number == 14 ? "Taller de Ñame" : $"Taller {number:00}"), new("anio", "2031", "2031")]);
        }

        // An entry that changed its name since is one value, with its name of today.
        await site.App.PublishAsync(CallSite.NewItem(), "telar-nuevo", "Telar nuevo", "Se teje en telares.",
            facets: [new("entidad", "taller-1", "Taller Primero"), new("anio", "2031", "2031")]);
        using var visitor = site.App.CreateClient();
        var page = await visitor.EventuallyAsync("/practicas?q=telares&anio=2031",
            answer => answer.Text(".browse-head").Contains("15", StringComparison.Ordinal));
        Assert.Equal(12, page.Page.QuerySelectorAll("#faceta-entidad .facet-option").Length);
        var more = page.Page.QuerySelector("#faceta-entidad .facet-more a")!;
        Assert.Equal("Ver todas las opciones (14)", more.TextContent);

        var all = await visitor.VisitAsync(more.GetAttribute("href")!.Split('#')[0]);
        Assert.Equal(14, all.Page.QuerySelectorAll("#faceta-entidad .facet-option").Length);
        Assert.Equal("Taller Primero", all.Page.QuerySelector("#faceta-entidad .facet-option .facet-text")!.TextContent.Trim());
        Assert.StartsWith("2", all.Page.QuerySelector("#faceta-entidad .facet-option .facet-count")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Taller 01", all.Text("#faceta-entidad"), StringComparison.Ordinal);
        var form = all.Page.QuerySelector("#faceta-entidad form")!;
        var asked = string.Join('&', form.QuerySelectorAll("input[type=hidden]").Select(box => $"{box.GetAttribute("name")}={box.GetAttribute("value")}"));
        Assert.Equal("q=telares&anio=2031&ver=entidad", asked);
        var found = await visitor.VisitAsync($"/practicas?{asked}&filtro=name");
        Assert.Equal("Taller de Ñame", Assert.Single(found.Page.QuerySelectorAll("#faceta-entidad .facet-text")).TextContent.Trim());
        Assert.Equal(15, (await FoundAsync(visitor, "kind=practice&q=telares")).GetProperty("total").GetInt32());
        Assert.Contains("Ninguna opción tiene esas palabras", (await visitor.VisitAsync($"/practicas?{asked}&filtro=zzz")).Text("#faceta-entidad"),
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Slugs(Answer page) =>
        page.Page.QuerySelectorAll(".result-title a").Select(link => link.GetAttribute("href")!.Split('/')[^1]);

    private static async Task<JsonElement> FoundAsync(Visitor visitor, string asked) =>
        JsonDocument.Parse((await visitor.VisitAsync("/api/v1/publications?" + asked)).Body).RootElement;
}
