using System.Net;
using System.Text.Json;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;
using Acervo.Platform.Reference;
using Acervo.Tests.Modules.Practices;
using Acervo.Tests.Platform.OpenData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Editorial.Sample;

/// <summary>Answers that refer to something kept elsewhere: entries of catalogues and publications, chosen, typed, read and published.</summary>
[Collection(SampleSite.Name)]
public sealed class SampleReferenceTests(SampleSite site)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_kept_by_its_code_however_it_is_written_and_what_is_none_is_refused_and_kept()
    {
        using var author = await site.SignInAsync(Role.Contributor);
        var ficha = await SampleSite.BeginAsync(author);
        var page = $"{ficha}/seccion/1";
        var refused = await SendAsync(author, page, ("title", "Huertas en el separador"), ("places", "usaquen"), ("places", "Marte"), ("goal", "2"));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("«Marte» no es una entrada de la lista de «Localidades»", refused.Text("#places-error"), StringComparison.Ordinal);
        Assert.Single(refused.Page.QuerySelectorAll("fieldset"), field => field.TextContent.Contains("Marte", StringComparison.Ordinal));
        Assert.Equal(["Usaquén", "Marte", ""], Boxes(await author.VisitAsync(page), "places"));
        Assert.Contains("«Marte» no es una entrada", (await author.VisitAsync($"{ficha}/enviar")).Text("main"), StringComparison.Ordinal);
        Assert.Equal("""[{"code":"01","name":"Usaquén"},"Marte"]""", (await AnswersAsync(ficha)).GetProperty("places").GetRawText());
        Assert.Equal("""{"code":"2","name":"Bogotá confía en su bien-estar"}""", (await AnswersAsync(ficha)).GetProperty("goal").GetRawText());
        var shown = (await author.VisitAsync(page)).Page;
        Assert.Equal("Bogotá confía en su bien-estar", shown.QuerySelector("select[name=goal] option[selected]")!.TextContent);
        Assert.Equal(6, shown.QuerySelectorAll("select[name=goal] option").Length);
        Assert.NotNull(shown.QuerySelector($"datalist option[value='Chapinero']"));

        Assert.Equal($"{ficha}/seccion/2",
            (await SendAsync(author, page, ("title", "Huertas en el separador"), ("places", "Usaquén"), ("places", "20"))).Location);
        Assert.Equal(["Usaquén", "Sumapaz", ""], Boxes(await author.VisitAsync(page), "places"));
    }

    [Fact]
    public async Task An_entry_that_was_retired_since_stays_a_right_answer_and_says_so()
    {
        using var author = await site.SignInAsync(Role.Contributor);
        var ficha = await SampleSite.BeginAsync(author);
        var page = $"{ficha}/seccion/1";
        await SendAsync(author, page, ("places", "Antonio Nariño"));
        await using (var db = site.App.Db())
        {
            await db.Terms.Where(term => term.Catalogue == "localidades" && term.Name == "Antonio Nariño")
                .ExecuteUpdateAsync(term => term.SetProperty(one => one.ValidTo, new DateOnly(2020, 1, 1)), Cancel);
        }

        Assert.Contains("«Antonio Nariño» ya no está en la lista", (await author.VisitAsync(page)).Text("#places-nota"), StringComparison.Ordinal);
        Assert.Equal($"{ficha}/seccion/2", (await SendAsync(author, page, ("places", "Antonio Nariño"), ("places", "Bosa"))).Location);
        Assert.Equal("15", (await AnswersAsync(ficha)).GetProperty("places")[0].GetProperty("code").GetString());
        var other = await SampleSite.BeginAsync(author);
        Assert.Contains("no es una entrada de la lista",
            (await SendAsync(author, $"{other}/seccion/1", ("places", "Antonio Nariño"))).Text("#places-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publication_is_found_by_title_or_address_and_what_it_is_continued_by_stands_on_its_page()
    {
        await site.App.PublishAsync(801, "faroles-del-parque", "Faroles del parque", kind: "practice");
        await site.App.PublishAsync(802, "faroles-de-la-loma", "Faroles de la loma", kind: "practice");
        using var author = await site.SignInAsync(Role.Contributor);
        var ficha = await SampleSite.BeginAsync(author);
        var page = $"{ficha}/seccion/1";
        Assert.Contains("Faroles del parque", (await author.VisitAsync("/fichas/publicadas/sample,practice?q=faroles del")).Body, StringComparison.Ordinal);
        Assert.Equal("/fichas/publicadas/sample,practice",
            (await author.VisitAsync(page)).Page.QuerySelector("[name=after]")!.GetAttribute("data-suggest-url"));
        Assert.Contains("una única publicación con el título", (await SendAsync(author, page, ("after", "Faroles del mar"))).Text("#after-error"),
            StringComparison.Ordinal);
        Assert.Equal("Faroles del mar", Assert.Single(Boxes(await author.VisitAsync(page), "after")));
        await SendAsync(author, page, ("after", "faroles del parque"));
        Assert.Equal("""{"address":"/practicas/faroles-del-parque","item":801,"kind":"practice","title":"Faroles del parque"}""",
            (await AnswersAsync(ficha)).GetProperty("after").GetRawText());
        await SendAsync(author, page, ("title", "Faroles y bancas"), ("agreed", "Se cuidan entre todos."), ("places", "Bosa"), ("cost", "10.000"),
            ("cost.moneda", "COP"), ("state", "Vigente"), ("after", "https://acervo.example.gov.co/practicas/faroles-de-la-loma?x=1"), ("goal", "1"),
            ("runs.desde.dia", "1"), ("runs.desde.mes", "2"), ("runs.desde.anio", "2026"), ("runs.hasta.dia", "30"), ("runs.hasta.mes", "6"),
            ("runs.hasta.anio", "2027"));
        await author.PostFormAsync($"{ficha}/seccion/2", ("signed", "true"), ("given.0.who", "Vecinos"));
        await author.PostFormAsync($"{ficha}/presentacion", ("summary", "Los faroles se cuidan entre todos."));
        Assert.Equal(ficha, (await author.SendFichaAsync(ficha)).Location);
        var review = ficha.Replace("/fichas/", "/revision/", StringComparison.Ordinal);
        using var reviewer = await site.SignInAsync(Role.Reviewer);
        using var second = await site.SignInAsync(Role.Reviewer);
        await reviewer.PostFromAsync(review, $"{review}/tomar");
        await reviewer.PostFormAsync($"{review}/aprobar");
        Assert.Equal(ficha, (await second.PostFormAsync($"{ficha}/publicar")).Location);

        using var visitor = site.App.CreateClient();
        var shown = await visitor.EventuallyAsync("/acuerdos/faroles-y-bancas", answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal("Faroles de la loma", shown.Text(".side a[href='/practicas/faroles-de-la-loma']"));
        Assert.Contains("Faroles y bancas", (await visitor.EventuallyAsync("/practicas/faroles-de-la-loma",
            answer => answer.Body.Contains("Continuada por", StringComparison.Ordinal))).Text("main"), StringComparison.Ordinal);
        var sheet = (await visitor.VisitAsync("/datos/acuerdos.csv")).Body;
        Assert.Contains("\"places\";\"places_code\";\"goal\";\"goal_code\"", sheet, StringComparison.Ordinal);
        Assert.Contains("\"Bosa\";\"07\";\"Bogotá avanza en seguridad\";\"1\"", sheet, StringComparison.Ordinal);
        Assert.Contains("\"Faroles de la loma\";\"/practicas/faroles-de-la-loma\"", sheet, StringComparison.Ordinal);
        Assert.Contains("places_code", (await visitor.VisitAsync("/datos/diccionario.csv")).Body, StringComparison.Ordinal);

        await author.PostFormAsync($"{ficha}/corregir");
        await site.App.WithdrawAsync(802);
        Assert.Contains("se retiró del sitio", (await author.VisitAsync(page)).Text("#after-nota"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_names_entries_as_people_do_and_another_name_is_told()
    {
        using var author = await site.SignInAsync(Role.Contributor);
        var form = site.App.Services.GetRequiredService<FormCatalogue>().Find("MUESTRA-01", "01")!;
        var said = FormAnswers.FromJson("""
            {"title":"Riesgos en la ladera","agreed":"Se vigila la ladera.","places":["CIUDAD BOLIVAR","Chapinero"],"goal":"Objetivo inventado",
             "state":"Vigente","cost":"COP 1000","given":[{"who":"Vecinos","entity":"IDIGER"}],"signed":true}
            """);
        var word = FormDocx.Write(form, said, null, new FormDocxOptions("Secretaría de Ejemplo"));
        var ficha = await author.WaitForFichaAsync(await author.UploadAsync(word, "acuerdo.docx"));

        var page = await author.VisitAsync($"{ficha}/seccion/1");
        Assert.Equal(["Ciudad Bolívar", "Chapinero", ""], Boxes(page, "places"));
        Assert.Contains("«Objetivo inventado» no es una entrada", page.Text("#goal-origen"), StringComparison.Ordinal);
        Assert.Equal("Objetivo inventado", page.Page.QuerySelector("select[name=goal] option[selected]")!.TextContent);
        var rows = await author.VisitAsync($"{ficha}/seccion/2");
        Assert.Equal("Instituto Distrital de Gestión de Riesgos y Cambio Climático", Assert.Single(Boxes(rows, "given.0.entity")));
        Assert.Contains("dice «IDIGER», y se tomó como «Instituto Distrital de Gestión", rows.Text("#given_0_entity-origen"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Boxes(Answer page, string name) =>
        page.Page.QuerySelectorAll($"input[name='{name}']").Select(box => box.GetAttribute("value") ?? "");

    /// <summary>Sends a section as it is written here: what is left out is left empty.</summary>
    private static async Task<Answer> SendAsync(Visitor author, string page, params (string Name, string? Value)[] fields)
    {
        var version = (await author.VisitAsync(page)).Page.QuerySelector("input[name=version]")!.GetAttribute("value");
        var sent = await author.PostFromAsync(page, page, [("version", version), .. fields]);
        return sent.Location == page ? await author.VisitAsync(page) : sent;
    }

    private async Task<JsonElement> AnswersAsync(string ficha)
    {
        var id = int.Parse(ficha.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        await using var db = site.App.Db();
        return JsonDocument.Parse((await db.DossiersOf().SingleAsync(one => one.Id == id, Cancel)).Answers.ToJson()).RootElement;
    }
}
