using System.Net;
using System.Text.Json;
using Acervo.Platform.Accounts;
using Acervo.Tests.Modules.Practices;

namespace Acervo.Tests.Modules.Editorial.Sample;

/// <summary>A kind of dossier that nobody wrote a page for walks the whole road: what a module does not bring, the house has.</summary>
[Collection(SampleSite.Name)]
public sealed class SampleRoadTests(SampleSite site)
{
    private const string Idiger = "Instituto Distrital de Gestión de Riesgos y Cambio Climático";

    private readonly AppHost app = site.App;

    [Fact]
    public async Task A_kind_with_a_form_and_a_name_is_written_reviewed_published_found_amended_and_withdrawn()
    {
        using var author = await SignInAsync(Role.Contributor);
        using var reviewer = await SignInAsync(Role.Reviewer);
        using var second = await SignInAsync(Role.Reviewer);
        using var visitor = app.CreateClient();

        // Begun and written.
        Assert.Contains("Un acuerdo de barrio", (await author.VisitAsync("/fichas/nueva")).Text("main"), StringComparison.Ordinal);
        var ficha = (await author.PostFromAsync("/fichas/nueva", "/fichas/escribir", ("kind", SampleModule.Kind))).Location!.Replace("/seccion/1", "",
            StringComparison.Ordinal);
        await author.PostFormAsync($"{ficha}/seccion/1", ("title", "Andenes libres en la calle de la panadería"),
            ("agreed", "Los locales guardan sus avisos de **siete a nueve**."), ("places", "usaquen"),
            ("runs.desde.dia", "1"), ("runs.desde.mes", "2"), ("runs.desde.anio", "2026"), ("runs.hasta.dia", "30"), ("runs.hasta.mes", "6"),
            ("runs.hasta.anio", "2027"), ("cost", "1,250"), ("cost.moneda", "COP"), ("state", "Vigente"));
        Assert.Contains("«1,250» no es un valor con su moneda", (await author.VisitAsync($"{ficha}/enviar")).Text("main"), StringComparison.Ordinal);
        Assert.Equal("1,250", (await author.VisitAsync($"{ficha}/seccion/1")).Page.QuerySelector("input[name=cost]")!.GetAttribute("value"));
        await author.PostFormAsync($"{ficha}/seccion/1", ("cost", "1.250.000"), ("cost.moneda", "COP"));
        Assert.Contains("Marque Sí o No", (await author.VisitAsync($"{ficha}/enviar")).Text("main"), StringComparison.Ordinal);
        await author.PostFormAsync($"{ficha}/seccion/2", ("signed", "true"), ("speaker", "Marta Vocera"));
        await WriteGroupAsync(author, ficha);
        await author.PostFormAsync($"{ficha}/presentacion", ("summary", "Los andenes quedan libres a la hora de entrada del colegio."));
        Assert.Null((await author.VisitAsync($"{ficha}/presentacion")).Page.QuerySelector("[name=goals], [name=adapts]"));
        Assert.Equal(ficha, (await author.SendFichaAsync(ficha)).Location);

        // Reviewed with a remark, mended, approved, published by a second person.
        var review = ficha.Replace("/fichas/", "/revision/", StringComparison.Ordinal);
        await reviewer.PostFromAsync(review, $"{review}/tomar");
        await reviewer.PostFromAsync(review, $"{review}/observar/places", ("text", "Es en la localidad vecina."));
        Assert.Equal("/revision", (await reviewer.PostFormAsync($"{review}/solicitar-cambios", ("note", "Revise la localidad."))).Location);
        Assert.Contains("Es en la localidad vecina", (await author.VisitAsync($"{ficha}/seccion/1")).Text("main"), StringComparison.Ordinal);
        await author.PostFormAsync($"{ficha}/seccion/1", ("places", "Chapinero"));
        Assert.Equal(ficha, (await author.SendFichaAsync(ficha)).Location);
        var thread = (await reviewer.VisitAsync(review)).Page.QuerySelector("[formaction*=resolver]")!.GetAttribute("formaction")!;
        await reviewer.PostFromAsync(review, thread);
        Assert.Equal(ficha, (await reviewer.PostFormAsync($"{review}/aprobar")).Location);
        Assert.Equal(ficha, (await second.PostFormAsync($"{ficha}/publicar")).Location);

        // Found, as a page, as data and as a file; what is personal stays inside.
        const string address = "/acuerdos/andenes-libres-en-la-calle-de-la-panaderia";
        var page = await visitor.EventuallyAsync(address, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal("Andenes libres en la calle de la panadería", page.Text("h1"));
        Assert.Contains("Chapinero", page.Text(".side"), StringComparison.Ordinal);
        Assert.Contains("1.250.000 COP", page.Text(".side"), StringComparison.Ordinal);
        Assert.Equal(["Junta de vecinos", Idiger, "2.000 USD", "1 de julio de 2027"],
            page.Page.QuerySelectorAll("table.stacks tbody tr:last-child td").Select(cell => cell.TextContent.Replace('\u00A0', ' ')));
        Assert.Contains("Del 1 de febrero de 2026 al 30 de junio de 2027", page.Text(".side"), StringComparison.Ordinal);
        Assert.Contains("al terminar el 30 de junio de 2027", page.Text(".page-head"), StringComparison.Ordinal);
        Assert.DoesNotContain("Marta", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("300 000", page.Body, StringComparison.Ordinal);
        var facts = (await visitor.VisitAsync($"{address}.json")).Body;
        Assert.DoesNotContain("Marta", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("phone", facts, StringComparison.Ordinal);
        var api = $"/api/v1/publications/sample/{address.Split('/')[^1]}";
        Assert.Contains("\"worth\":\"USD 2000\"", (await visitor.VisitAsync(api)).Body.Replace(" ", "", StringComparison.Ordinal)
            .Replace("USD2000", "USD 2000", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("Andenes libres en la calle de la panadería", (await visitor.EventuallyAsync("/buscar?q=andenes+panaderia",
            answer => answer.Page.QuerySelector(".result") is not null)).Text(".result h3"));
        Assert.Contains("panadería", (await visitor.VisitAsync("/acuerdos")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("andenes-libres", (await visitor.VisitAsync("/api/v1/publications?kind=sample&q=andenes")).Body, StringComparison.Ordinal);
        await NarrowAsync(visitor);
        var sheet = (await visitor.VisitAsync("/datos/acuerdos.csv")).Body;
        Assert.Contains("COP 1250000", sheet, StringComparison.Ordinal);
        Assert.Contains($"Quién aporta: Locales | Quién aporta: Junta de vecinos; Entidad que acompaña: {Idiger}; Cuánto: USD 2000; Hasta cuándo: 2027-07-01",
            sheet, StringComparison.Ordinal);
        Assert.Contains("\"2027-07-01T05:00:00Z\"", sheet, StringComparison.Ordinal);

        // Amended, and withdrawn with a tombstone.
        await author.PostFormAsync($"{ficha}/corregir");
        await author.PostFormAsync($"{ficha}/seccion/1", ("agreed", "Los locales guardan sus avisos de seis a nueve."));
        await author.PostFormAsync($"{ficha}/presentacion", ("changeNote", "Cambia la hora."));
        Assert.Equal(ficha, (await author.SendFichaAsync(ficha)).Location);
        await reviewer.PostFromAsync(review, $"{review}/tomar");
        await reviewer.PostFormAsync($"{review}/aprobar");
        Assert.Equal(ficha, (await second.PostFormAsync($"{ficha}/publicar")).Location);
        Assert.Contains("Cambia la hora.", (await visitor.EventuallyAsync(address, answer => answer.Body.Contains("Versión 2", StringComparison.Ordinal)))
            .Text("#historia"), StringComparison.Ordinal);
        await visitor.EventuallyAsync(api, answer => answer.Body.Contains("Cambia la hora.", StringComparison.Ordinal));
        Assert.Equal(ficha,
            (await second.PostFormAsync($"{ficha}/retirar", ("way", "por-error"), ("reason", "El acuerdo terminó antes de tiempo."))).Location);
        Assert.Contains("terminó antes", (await visitor.EventuallyAsync(address, answer => answer.Status == HttpStatusCode.Gone)).Text("main"),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.VisitAsync(api)).Status);
        Assert.DoesNotContain("andenes-libres", (await visitor.VisitAsync("/api/v1/publications?kind=sample")).Body, StringComparison.Ordinal);
    }

    /// <summary>By its answers, as its module says in a line each.</summary>
    private static async Task NarrowAsync(Visitor visitor)
    {
        var list = await visitor.VisitAsync("/acuerdos?q=panaderia");
        foreach (var (facet, value) in new[] { ("Localidad", "Chapinero"), ("Estado", "Vigente"), ("Acta firmada", "Sí") })
        {
            var option = list.Page.QuerySelectorAll("details.facet").First(one => one.TextContent.Contains(facet, StringComparison.Ordinal))
                .QuerySelectorAll(".facet-option").First(one => one.TextContent.Contains(value, StringComparison.Ordinal));
            Assert.NotNull((await visitor.VisitAsync(option.GetAttribute("href")!)).Page.QuerySelector(".result"));
        }

        foreach (var (asked, total) in new[]
        {
            ("localidad=02&estado=vigente&acta=si", 1), ("localidad=03", 0), ("valor-desde=1.250.000", 1), ("valor-desde=1250001", 0),
            ("valor-desde=1000000&valor-hasta=2000000", 1), ("cierra-antes=2027-07-01", 1), ("cierra-antes=2027-06-30", 0), ("abre-desde=2026-01-01", 0),
        })
        {
            Assert.Equal(total, JsonDocument.Parse((await visitor.VisitAsync($"/api/v1/publications?kind=sample&q=panaderia&{asked}")).Body).RootElement
                .GetProperty("total").GetInt32());
            Assert.Equal(total + 1, (await visitor.VisitAsync($"/datos/acuerdos.csv?q=panaderia&{asked}")).Body.Trim().Split('\n').Length);
        }
    }

    /// <summary>Row after row without a script: the button saves what is typed and brings the next, and what is wrong in a cell leads to that cell.</summary>
    private static async Task WriteGroupAsync(Visitor author, string ficha)
    {
        var page = $"{ficha}/seccion/2";
        Assert.Contains("escriba al menos un renglón", (await author.VisitAsync($"{ficha}/enviar")).Text("main"), StringComparison.Ordinal);
        Assert.Equal($"{page}#given", (await author.PostFormAsync(page, ("given.0.who", "Locales"), ("agregar", "given"))).Location);
        await author.PostFormAsync(page, ("given.1.who", "Sobra"), ("agregar", "given"));
        Assert.Equal($"{page}#given", (await author.PostFormAsync(page, ("given.2.worth", "1,250"), ("given.2.phone", "300 000 0012"),
            ("given.2.until.dia", "1"), ("given.2.until.mes", "7"), ("given.2.until.anio", "2027"), ("quitar", "given.1"))).Location);
        var check = await author.VisitAsync($"{ficha}/enviar");
        Assert.Contains("Cuánto (Aportes de cada parte, renglón 2)", check.Text("main"), StringComparison.Ordinal);
        Assert.NotNull(check.Page.QuerySelector($"a[href='{page}#given_1_worth']"));
        Assert.Contains("«1,250» no es un valor", (await author.VisitAsync(page)).Text("#given_1_worth-origen"), StringComparison.Ordinal);
        Assert.Equal(page,
            (await author.PostFormAsync(page, ("given.1.who", "Junta de vecinos"), ("given.1.until.dia", "31"), ("given.1.until.mes", "2"))).Location);
        var wrong = await author.VisitAsync(page);
        Assert.Equal("31", wrong.Page.QuerySelector("[name='given.1.until.dia']")!.GetAttribute("value"));
        Assert.Contains("no es una fecha que exista", wrong.Text(".errors a[href='#given_1_until']"), StringComparison.Ordinal);
        Assert.Equal("1", (await author.VisitAsync(page)).Page.QuerySelector("[name='given.1.until.dia']")!.GetAttribute("value"));
        await author.PostFormAsync(page, ("given.1.who", "Junta de vecinos"), ("given.1.entity", "idiger"),
            ("given.1.worth", "2.000"), ("given.1.worth.moneda", "USD"),
            ("given.1.until.dia", "1"), ("given.1.until.mes", "7"), ("given.1.until.anio", "2027"), ("given.1.phone", "300 000 0012"));
    }

    private Task<Visitor> SignInAsync(Role role) => site.SignInAsync(role);
}
