using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Tests.Modules.Practices;

namespace Acervo.Tests.Modules.Editorial.Sample;

/// <summary>A kind of dossier that nobody wrote a page for walks the whole road: what a module does not bring, the house has.</summary>
public sealed class SampleRoadTests : IAsyncLifetime
{
    private AppHost app = null!;

    public async ValueTask InitializeAsync() => app = await AppHost.StartAsync(new SampleModule());

    public ValueTask DisposeAsync() => app.DisposeAsync();

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
            ("agreed", "Los locales guardan sus avisos de **siete a nueve**."), ("streets", "Calle 10"),
            ("runs.desde.dia", "1"), ("runs.desde.mes", "2"), ("runs.desde.anio", "2026"), ("runs.hasta.dia", "30"), ("runs.hasta.mes", "6"),
            ("runs.hasta.anio", "2027"), ("cost", "1,250"), ("cost.moneda", "COP"), ("state", "Vigente"), ("minutes", "www.example.gov.co/acta"));
        Assert.Contains("«1,250» no es un valor con su moneda", (await author.VisitAsync($"{ficha}/enviar")).Text("main"), StringComparison.Ordinal);
        Assert.Equal("1,250", (await author.VisitAsync($"{ficha}/seccion/1")).Page.QuerySelector("input[name=cost]")!.GetAttribute("value"));
        await author.PostFormAsync($"{ficha}/seccion/1", ("cost", "1.250.000"), ("cost.moneda", "COP"));
        Assert.Contains("Marque Sí o No", (await author.VisitAsync($"{ficha}/enviar")).Text("main"), StringComparison.Ordinal);
        await author.PostFormAsync($"{ficha}/seccion/2", ("signed", "true"), ("speaker", "Marta Vocera"));
        await author.PostFormAsync($"{ficha}/presentacion", ("summary", "Los andenes quedan libres a la hora de entrada del colegio."));
        Assert.Null((await author.VisitAsync($"{ficha}/presentacion")).Page.QuerySelector("[name=goals], [name=adapts]"));
        Assert.Equal(ficha, (await author.SendFichaAsync(ficha)).Location);

        // Reviewed with a remark, mended, approved, published by a second person.
        var review = ficha.Replace("/fichas/", "/revision/", StringComparison.Ordinal);
        await reviewer.PostFromAsync(review, $"{review}/tomar");
        await reviewer.PostFromAsync(review, $"{review}/observar/streets", ("text", "Diga entre cuáles carreras."));
        Assert.Equal("/revision", (await reviewer.PostFormAsync($"{review}/solicitar-cambios", ("note", "Falta el tramo."))).Location);
        Assert.Contains("entre cuáles carreras", (await author.VisitAsync($"{ficha}/seccion/1")).Text("main"), StringComparison.Ordinal);
        await author.PostFormAsync($"{ficha}/seccion/1", ("streets", "Calle 10 entre carreras 3 y 5"));
        Assert.Equal(ficha, (await author.SendFichaAsync(ficha)).Location);
        var thread = (await reviewer.VisitAsync(review)).Page.QuerySelector("[formaction*=resolver]")!.GetAttribute("formaction")!;
        await reviewer.PostFromAsync(review, thread);
        Assert.Equal(ficha, (await reviewer.PostFormAsync($"{review}/aprobar")).Location);
        Assert.Equal(ficha, (await second.PostFormAsync($"{ficha}/publicar")).Location);

        // Found, as a page, as data and as a file; what is personal stays inside.
        const string address = "/acuerdos/andenes-libres-en-la-calle-de-la-panaderia";
        var page = await visitor.EventuallyAsync(address, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal("Andenes libres en la calle de la panadería", page.Text("h1"));
        Assert.Contains("Calle 10 entre carreras 3 y 5", page.Text(".side"), StringComparison.Ordinal);
        Assert.Contains("1.250.000 COP", page.Text(".side"), StringComparison.Ordinal);
        Assert.Contains("Del 1 de febrero de 2026 al 30 de junio de 2027", page.Text(".side"), StringComparison.Ordinal);
        Assert.DoesNotContain("Marta", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Marta", (await visitor.VisitAsync($"{address}.json")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync($"/api/v1/publications/sample/{address.Split('/')[^1]}")).Status);
        Assert.Equal("Andenes libres en la calle de la panadería", (await visitor.EventuallyAsync("/buscar?q=andenes+panaderia",
            answer => answer.Page.QuerySelector(".result") is not null)).Text(".result h3"));
        Assert.Contains("panadería", (await visitor.VisitAsync("/acuerdos")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("COP 1250000", (await visitor.VisitAsync("/datos/acuerdos.csv")).Body, StringComparison.Ordinal);

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
        Assert.Equal(ficha, (await second.PostFormAsync($"{ficha}/retirar", ("reason", "El acuerdo terminó antes de tiempo."))).Location);
        Assert.Contains("terminó antes", (await visitor.EventuallyAsync(address, answer => answer.Status == HttpStatusCode.Gone)).Text("main"),
            StringComparison.Ordinal);
    }

    private async Task<Visitor> SignInAsync(Role role) =>
        await app.SignInAsync(await app.SeedAsync(Cast.Somebody($"Persona {role}", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role)));
}
