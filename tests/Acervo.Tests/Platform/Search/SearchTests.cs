using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using static Acervo.Tests.Platform.Search.SearchBank;

namespace Acervo.Tests.Platform.Search;

/// <summary>Results are narrowed and gone through page by page, and the numbers beside the filters are what the filters then give.</summary>
[Collection(SearchBank.Name)]
public sealed class SearchTests(SearchBank bank)
{
    [Theory]
    [InlineData("/practicas")]
    [InlineData("/practicas?anio=2021")]
    [InlineData("/practicas?anio=2021&anio=2022&entidad=e1")]
    [InlineData("/buscar?q=huertas")]
    [InlineData("/buscar?q=cuadra&politica=p1&entidad=e2")]
    public async Task Every_filter_gives_as_many_results_as_it_says(string path)
    {
        var page = await bank.VisitAsync(path);
        var options = page.Page.QuerySelectorAll(".facet-option:not(.chosen)");
        Assert.NotEmpty(options);
        foreach (var option in options)
        {
            var narrowed = await bank.VisitAsync(option.GetAttribute("href")!);
            Assert.Equal(Number(option.QuerySelector(".facet-count")!), Total(narrowed) - OthersOfItsGroup(page, option));
        }
    }

    [Theory]
    [InlineData("/practicas", "anio=2021&entidad=e1&politica=p1")]
    [InlineData("/buscar?q=huertas&orden=recientes", "anio=2021&anio=2022&entidad=e1")]
    [InlineData("/practicas?anio=2022&orden=usadas", "anio=2022&entidad=e1")]
    public async Task Filters_chosen_together_by_a_form_without_a_script_are_those_of_the_links(string path, string chosen)
    {
        var page = await bank.VisitAsync(path);
        var form = page.Page.QuerySelector<IHtmlFormElement>("#filtros-juntos")!;
        var boxes = page.Page.QuerySelectorAll<IHtmlInputElement>(".facets input[form=filtros-juntos][type=checkbox]").ToList();
        string[] before = path.Contains("anio=2022", StringComparison.Ordinal) ? ["anio=2022"] : [];
        Assert.Equal(before, boxes.Where(box => box.IsChecked).Select(NameAndValue));
        Assert.All(chosen.Split('&'), one => Assert.Contains(one, boxes.Select(NameAndValue)));
        var kept = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(NameAndValue);

        var applied = await bank.VisitAsync($"{form.GetAttribute("action")}?{string.Join('&', kept.Append(chosen))}");
        var asked = path.Split('?').ElementAtOrDefault(1)?.Split('&').Where(one => !one.StartsWith("anio", StringComparison.Ordinal)) ?? [];
        var linked = await bank.VisitAsync($"{path.Split('?')[0]}?{string.Join('&', asked.Append(chosen))}");

        Assert.Equal(Titles(linked), Titles(applied));
        Assert.Equal(chosen.Split('&').Length, applied.Page.QuerySelectorAll(".chip").Length);

        static string NameAndValue(IHtmlInputElement box) => $"{box.Name}={box.Value}";
    }

    [Theory]
    [InlineData("/practicas?politica=nada")]
    [InlineData("/practicas?politica=p1&entidad=%3Cscript%3E")]
    public async Task A_filter_that_nothing_has_can_be_seen_and_taken_away(string path)
    {
        var page = await bank.VisitAsync(path);
        Assert.Equal(0, Total(page));
        foreach (var chip in page.Page.QuerySelectorAll(".chip"))
        {
            page = await bank.VisitAsync(page.Page.QuerySelector(".chip")!.GetAttribute("href")!);
        }

        Assert.Equal(SearchBank.Size + SearchBank.Others, Total(page));
    }

    [Theory]
    [InlineData("/practicas")]
    [InlineData("/practicas?orden=usadas")]
    [InlineData("/buscar?q=cuadra")]
    [InlineData("/buscar?q=cuadra&orden=recientes")]
    public async Task The_pages_together_show_everything_once(string path)
    {
        List<string> seen = [];
        var page = await bank.VisitAsync(path);
        var total = Total(page);
        for (var next = path; next is not null; next = page.Page.QuerySelector("a[rel=next]")?.GetAttribute("href"))
        {
            page = await bank.VisitAsync(next);
            seen.AddRange(Titles(page));
        }

        Assert.True(total > 20, "The list must have several pages to mean something.");
        Assert.Equal(total, seen.Count);
        Assert.Equal(total, seen.Distinct().Count());
    }

    /// <summary>Values of one group widen: what the ones chosen before give counts in the new total and not in the number beside the new one.</summary>
    private static int OthersOfItsGroup(Answer before, IElement option)
    {
        var group = option.Closest("details")!.QuerySelector("summary")!.TextContent.Trim();
        var chosen = before.Page.QuerySelectorAll("details.facet").First(facet => facet.QuerySelector("summary")!.TextContent.Trim() == group)
            .QuerySelector(".chosen");
        return chosen is null ? 0 : Total(before);
    }
}
