using System.Text.Json;
using Acervo.Platform.Search;
using Microsoft.Extensions.DependencyInjection;
using static Acervo.Tests.Platform.Search.SearchBank;

namespace Acervo.Tests.Platform.Search;

/// <summary>What a visitor finds with words, in what order, and what is said of it.</summary>
[Collection(SearchBank.Name)]
public sealed class WordSearchTests(SearchBank bank)
{
    [Fact]
    public async Task What_has_the_word_in_its_title_comes_first()
    {
        Assert.Equal(["La marmita del barrio", "Recorridos guiados"], Titles(await bank.VisitAsync("/buscar?q=marmitas")));
    }

    [Theory]
    [InlineData("gestion AMBIENTALES")]
    [InlineData("señalizacion de los humedal")]
    [InlineData("se señalizaron humedales")]
    [InlineData("\"órganos públicos\"")]
    public async Task Accents_capitals_and_plurals_do_not_matter(string asked) =>
        Assert.Contains("Gestión ambiental en órganos públicos", Titles(await bank.SearchAsync(asked)));

    [Fact]
    public async Task An_acronym_finds_what_it_stands_for() =>
        Assert.Contains("Aportes a los objetivos de desarrollo sostenible", Titles(await bank.SearchAsync("ODS")));

    [Fact]
    public async Task A_word_may_be_left_out_and_a_phrase_must_stand_together()
    {
        Assert.Equal(["Recorridos guiados"], Titles(await bank.SearchAsync("marmita -barrio")));
        Assert.Empty(Titles(await bank.SearchAsync("\"barrio marmita\"")));
    }

    [Theory]
    [InlineData("huertas", "método")]
    [InlineData("cuadra", "7")]
    [InlineData("faroles", "buzones")]
    [InlineData("marmita", "barrio")]
    public async Task Two_words_find_what_both_find_first_and_either_finds_all(string one, string other)
    {
        var (mine, theirs) = (await bank.SlugsAsync(one), await bank.SlugsAsync(other));
        Assert.NotEmpty(mine);
        Assert.NotEmpty(theirs);
        var (both, shared) = (await bank.SlugsAsync($"{one} {other}"), mine.Intersect(theirs).ToList());
        Assert.Equal(shared.Order(), both.Take(shared.Count).Order());
        Assert.Empty(both.Except(mine.Union(theirs)));
        Assert.Equal(mine.Union(theirs).Order(), (await bank.SlugsAsync($"{one} or {other}")).Order());
        Assert.Equal(mine.Except(theirs).Order(), (await bank.SlugsAsync($"{one} -{other}")).Order());
        Assert.Equal(both.Order(), (await bank.SlugsAsync($"{other} {one}")).Order());
    }

    [Fact]
    public async Task A_misspelt_word_is_offered_another_spelling_with_what_it_finds_and_stays_as_typed()
    {
        var page = await bank.SearchAsync("marmtia comuntaria");
        Assert.Equal(0, Total(page));
        Assert.Equal("Recorridos guiados", Titles(page)[0]);
        Assert.Contains("No hay resultados para «marmtia comuntaria». ¿Quiso decir «marmita comunitaria»?", page.Text(".did-you-mean"),
            StringComparison.Ordinal);
        Assert.Contains("marmita", page.Page.QuerySelector(".did-you-mean a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("marmtia comuntaria", page.Page.QuerySelector("#buscar")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("diligencias")]
    [InlineData("papeleo")]
    [InlineData("funcionarios")]
    [InlineData("niñez")]
    [InlineData("jugábamos")]
    [InlineData("desinformaciones")]
    public async Task A_word_that_exists_is_not_replaced(string word)
    {
        Assert.SkipUnless(bank.App.Services.GetRequiredService<SpanishWordList>().IsThere, "The dictionary of Debian is not installed.");
        var page = await bank.SearchAsync(word);
        Assert.Equal("", page.Text(".did-you-mean"));
    }

    [Fact]
    public async Task Not_every_word_is_required_and_each_result_says_how_many_it_has()
    {
        var page = await bank.SearchAsync("señalización de los humedales con helicóptero y tractor");
        Assert.Equal("Gestión ambiental en órganos públicos", Titles(page)[0]);
        Assert.Contains("Contiene 2 de 4 palabras, sin «helicóptero», «tractor»", page.Text(".result-meta"), StringComparison.Ordinal);
        Assert.DoesNotContain("Contiene", (await bank.SearchAsync("señalización humedales")).Text(".result-meta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entity_is_found_by_its_name_and_what_it_answers_for_comes_with_it()
    {
        Assert.Equal(5, Total(await bank.SearchAsync("\"Entidad 3\"")));
        Assert.True(Total(await bank.SearchAsync("Secretaría de Ejemplo")) >= SearchBank.Size);
    }

    [Fact]
    public async Task A_kind_is_a_filter_that_is_seen_and_the_page_is_called_by_words_and_filters()
    {
        var page = await bank.VisitAsync("/buscar?q=marmita&tipo=practice");
        Assert.Equal(2, Total(page));
        Assert.Contains("Tipo", page.Text(".facets"), StringComparison.Ordinal);
        Assert.Contains("«marmita» · Tipo: Buenas prácticas · Buscar", page.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_after_the_last_one_says_so()
    {
        var page = await bank.VisitAsync("/buscar?q=marmita&pagina=99");
        Assert.Contains("No hay página 99", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Estos resultados terminan en la página 1.", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_are_marked_in_the_extract_and_what_is_published_stays_text()
    {
        var page = await bank.SearchAsync("humedales");
        Assert.Equal("humedales", page.Text(".result-extract mark"));
        Assert.Contains("<b>con</b> niños & niñas", page.Text(".result-extract"), StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector(".result-extract b"));
    }

    [Theory]
    [InlineData("humedal", "humedales")]
    [InlineData("niñas señalizaciones", "Señalización")]
    public async Task Other_forms_of_the_words_are_marked_too(string asked, string marked) =>
        Assert.Contains(marked, (await bank.SearchAsync(asked)).Page.QuerySelectorAll(".result-extract mark").Select(mark => mark.TextContent));

    [Fact]
    public async Task An_extract_names_the_question_that_it_answers()
    {
        var page = await bank.SearchAsync("colibríes");
        Assert.StartsWith("Otros aspectos: Vinieron", page.Text(".result-extract"), StringComparison.Ordinal);
        Assert.Equal("colibríes", page.Text(".result-extract mark"));
        Assert.Equal("Formato: 4202000-FT-1311, versión 02", (await bank.SearchAsync("FT 1311")).Text(".result-extract"));
        page = await bank.SearchAsync("jardinería");
        Assert.Equal("Proceso: Gestión de la jardinería", page.Text(".result-extract"));
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
        var page = await bank.SearchAsync("zqxwvk");
        Assert.Equal(0, Total(page));
        Assert.Contains("Pruebe con", page.Text("main"), StringComparison.Ordinal);
    }
}
