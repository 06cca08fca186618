using System.Globalization;
using System.Text.Json;
using Acervo.Tests.Platform.OpenData;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Acervo.Tests.Platform.Search;

/// <summary>What a visitor finds, in what order, and that the numbers beside the filters are what the filters then give.</summary>
public sealed class SearchTests(SearchTests.Bank bank) : IClassFixture<SearchTests.Bank>
{
    /// <summary>Two dozen publications about three things, in combinations of years, offices and policies.</summary>
    public sealed class Bank : IAsyncLifetime
    {
        public const int Size = 24;

        private static readonly string[] Things = ["Huertas", "Buzones", "Faroles"];

        public AppHost App { get; private set; } = null!;

        public Visitor Visitor { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await AppHost.StartAsync();
            for (var i = 1; i <= Size; i++)
            {
                var (thing, year, office) = (Things[i % 3], 2020 + (i % 4), i % 5);
                await App.PublishAsync(
                    i, $"bien-{i}", $"{thing} de la cuadra {i}", $"Así se cuidan en la localidad {i}, con método.",
                    facets: [new("anio", $"{year}", $"{year}"), new("entidad", $"e{office}", $"Entidad {office}"),
                    new("politica", $"p{i % 2}", $"Política {i % 2}")]);
            }

            await App.PublishAsync(101, "en-el-texto", "Recorridos guiados", "Se aprendió de la marmita comunitaria.", facets: []);
            await App.PublishAsync(102, "en-el-titulo", "La marmita del barrio", "Se cocina entre vecinos.", facets: []);
            await App.PublishAsync(103, "con-acentos", "Gestión ambiental en órganos públicos", "Señalización de humedales <b>con</b> niños & niñas.",
                facets: []);
            await App.PublishAsync(104, "con-sigla", "Aportes a los objetivos de desarrollo sostenible", "Metas medidas cada año.", facets: []);
            Visitor = App.CreateClient();
            await Visitor.EventuallyAsync("/api/v1/publications?pageSize=1",
                answer => JsonDocument.Parse(answer.Body).RootElement.GetProperty("total").GetInt32() == Size + 4);
            // Words are counted a moment later.
            await Visitor.EventuallyAsync("/buscar/sugerencias?q=sosten", answer => answer.Body.Contains("\"sostenible\"", StringComparison.Ordinal));
        }

        public async ValueTask DisposeAsync()
        {
            Visitor.Dispose();
            await App.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_has_the_word_in_its_title_comes_first()
    {
        Assert.Equal(["La marmita del barrio", "Recorridos guiados"], Titles(await VisitAsync("/buscar?q=marmitas")));
    }

    [Theory]
    [InlineData("gestion AMBIENTALES")]
    [InlineData("señalizacion de los humedal")]
    [InlineData("\"órganos públicos\"")]
    public async Task Accents_capitals_and_plurals_do_not_matter(string asked) =>
        Assert.Contains("Gestión ambiental en órganos públicos", Titles(await SearchAsync(asked)));

    [Fact]
    public async Task An_acronym_finds_what_it_stands_for() =>
        Assert.Contains("Aportes a los objetivos de desarrollo sostenible", Titles(await SearchAsync("ODS")));

    [Fact]
    public async Task A_word_may_be_left_out_and_a_phrase_must_stand_together()
    {
        Assert.Equal(["Recorridos guiados"], Titles(await SearchAsync("marmita -barrio")));
        Assert.Empty(Titles(await SearchAsync("\"barrio marmita\"")));
    }

    [Theory]
    [InlineData("huertas", "método")]
    [InlineData("cuadra", "7")]
    [InlineData("faroles", "buzones")]
    [InlineData("marmita", "barrio")]
    public async Task Two_words_find_what_both_find_and_either_finds_all(string one, string other)
    {
        var (mine, theirs) = (await SlugsAsync(one), await SlugsAsync(other));
        Assert.NotEmpty(mine);
        Assert.NotEmpty(theirs);
        var both = await SlugsAsync($"{one} {other}");
        Assert.Equal(mine.Intersect(theirs).Order(), both.Order());
        Assert.Equal(mine.Union(theirs).Order(), (await SlugsAsync($"{one} or {other}")).Order());
        Assert.Equal(mine.Except(theirs).Order(), (await SlugsAsync($"{one} -{other}")).Order());
        Assert.Equal(both.Order(), (await SlugsAsync($"{other} {one}")).Order());
    }

    [Fact]
    public async Task A_misspelt_word_finds_and_says_what_it_looked_for()
    {
        var page = await SearchAsync("marmtia comuntaria");
        Assert.Equal(["Recorridos guiados"], Titles(page));
        Assert.Contains("Se muestran los de marmita comunitaria", page.Text(".did-you-mean"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_are_marked_in_the_extract_and_what_is_published_stays_text()
    {
        var page = await SearchAsync("humedales");
        Assert.Equal("humedales", page.Text(".result-extract mark"));
        Assert.Contains("<b>con</b> niños & niñas", page.Text(".result-extract"), StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector(".result-extract b"));
    }

    [Theory]
    [InlineData("/practicas")]
    [InlineData("/practicas?anio=2021")]
    [InlineData("/practicas?anio=2021&anio=2022&entidad=e1")]
    [InlineData("/buscar?q=huertas")]
    [InlineData("/buscar?q=cuadra&politica=p1&entidad=e2")]
    public async Task Every_filter_gives_as_many_results_as_it_says(string path)
    {
        var page = await VisitAsync(path);
        var options = page.Page.QuerySelectorAll(".facet-option:not(.chosen)");
        Assert.NotEmpty(options);
        foreach (var option in options)
        {
            var narrowed = await VisitAsync(option.GetAttribute("href")!);
            Assert.Equal(Number(option.QuerySelector(".facet-count")!), Total(narrowed) - OthersOfItsGroup(page, option));
        }
    }

    [Theory]
    [InlineData("/practicas", "anio=2021&entidad=e1&politica=p1")]
    [InlineData("/buscar?q=huertas&orden=recientes", "anio=2021&anio=2022&entidad=e1")]
    [InlineData("/practicas?anio=2022&orden=usadas", "anio=2022&entidad=e1")]
    public async Task Filters_chosen_together_by_a_form_without_a_script_are_those_of_the_links(string path, string chosen)
    {
        var page = await VisitAsync(path);
        var form = page.Page.QuerySelector<IHtmlFormElement>("#filtros-juntos")!;
        var boxes = page.Page.QuerySelectorAll<IHtmlInputElement>(".facets input[form=filtros-juntos]").ToList();
        string[] before = path.Contains("anio=2022", StringComparison.Ordinal) ? ["anio=2022"] : [];
        Assert.Equal(before, boxes.Where(box => box.IsChecked).Select(NameAndValue));
        Assert.All(chosen.Split('&'), one => Assert.Contains(one, boxes.Select(NameAndValue)));
        var kept = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(NameAndValue);

        var applied = await VisitAsync($"{form.GetAttribute("action")}?{string.Join('&', kept.Append(chosen))}");
        var asked = path.Split('?').ElementAtOrDefault(1)?.Split('&').Where(one => !one.StartsWith("anio", StringComparison.Ordinal)) ?? [];
        var linked = await VisitAsync($"{path.Split('?')[0]}?{string.Join('&', asked.Append(chosen))}");

        Assert.Equal(Titles(linked), Titles(applied));
        Assert.Equal(chosen.Split('&').Length, applied.Page.QuerySelectorAll(".chip").Length);

        static string NameAndValue(IHtmlInputElement box) => $"{box.Name}={box.Value}";
    }

    [Theory]
    [InlineData("/practicas?politica=nada")]
    [InlineData("/practicas?politica=p1&entidad=%3Cscript%3E")]
    public async Task A_filter_that_nothing_has_can_be_seen_and_taken_away(string path)
    {
        var page = await VisitAsync(path);
        Assert.Equal(0, Total(page));
        foreach (var chip in page.Page.QuerySelectorAll(".chip"))
        {
            page = await VisitAsync(page.Page.QuerySelector(".chip")!.GetAttribute("href")!);
        }

        Assert.Equal(Bank.Size + 4, Total(page));
    }

    [Theory]
    [InlineData("/practicas")]
    [InlineData("/practicas?orden=usadas")]
    [InlineData("/buscar?q=cuadra")]
    [InlineData("/buscar?q=cuadra&orden=recientes")]
    public async Task The_pages_together_show_everything_once(string path)
    {
        List<string> seen = [];
        var page = await VisitAsync(path);
        var total = Total(page);
        for (var next = path; next is not null; next = page.Page.QuerySelector("a[rel=next]")?.GetAttribute("href"))
        {
            page = await VisitAsync(next);
            seen.AddRange(Titles(page));
        }

        Assert.True(total > 20, "The list must have several pages to mean something.");
        Assert.Equal(total, seen.Count);
        Assert.Equal(total, seen.Distinct().Count());
    }

    [Fact]
    public async Task The_box_offers_titles_and_words_while_somebody_types()
    {
        var offered = JsonDocument.Parse((await bank.Visitor.VisitAsync("/buscar/sugerencias?q=Marm")).Body).RootElement.EnumerateArray()
            .Select(one => (Text: one.GetProperty("text").GetString(), Href: one.GetProperty("href").GetString())).ToList();
        Assert.Contains(("La marmita del barrio", "/practicas/en-el-titulo"), offered);
        Assert.Contains(("marmita", null), offered);
        Assert.Equal("[]", (await bank.Visitor.VisitAsync("/buscar/sugerencias?q=%25")).Body);
    }

    [Fact]
    public async Task Words_that_no_text_has_together_say_so_and_lead_on()
    {
        var page = await SearchAsync("zqxwvk");
        Assert.Equal(0, Total(page));
        Assert.Contains("Pruebe con", page.Text("main"), StringComparison.Ordinal);
    }

    /// <summary>Everything that a search finds, by the API; a search that finds nothing corrects no spelling here.</summary>
    private async Task<List<string>> SlugsAsync(string asked)
    {
        var found = JsonDocument.Parse((await VisitAsync($"/api/v1/publications?pageSize=100&q={Uri.EscapeDataString(asked)}")).Body).RootElement;
        return [.. found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString()!)];
    }

    private Task<Answer> VisitAsync(string path) => bank.Visitor.VisitAsync(path);

    private Task<Answer> SearchAsync(string asked) => VisitAsync("/buscar?q=" + Uri.EscapeDataString(asked));

    private static List<string> Titles(Answer page) => [.. page.Page.QuerySelectorAll(".result-title").Select(title => title.TextContent.Trim())];

    private static int Total(Answer page) => Number(page.Page.QuerySelector(".browse-head h2")!);

    private static int Number(IElement element) =>
        int.Parse(string.Concat(element.TextContent.SkipWhile(one => !char.IsDigit(one)).TakeWhile(char.IsDigit)), CultureInfo.InvariantCulture);

    /// <summary>Values of one group widen: what the ones chosen before give counts in the new total and not in the number beside the new one.</summary>
    private static int OthersOfItsGroup(Answer before, IElement option)
    {
        var group = option.Closest("details")!.QuerySelector("summary")!.TextContent.Trim();
        var chosen = before.Page.QuerySelectorAll("details.facet").First(facet => facet.QuerySelector("summary")!.TextContent.Trim() == group)
            .QuerySelector(".chosen");
        return chosen is null ? 0 : Total(before);
    }
}
