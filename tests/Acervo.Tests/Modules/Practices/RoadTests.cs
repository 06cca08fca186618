using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Practices;

/// <summary>The whole road on a ficha as people fill them in: read, corrected, reviewed, published by a second person, found, amended, withdrawn.</summary>
public sealed class RoadTests(AppHost app) : IClassFixture<AppHost>
{
    private const string Title = "Buzón de ideas del equipo de correspondencia";

    [Fact]
    public async Task A_ficha_in_Word_becomes_a_page_that_search_finds_and_leaves_a_tombstone_when_withdrawn()
    {
        await app.SeedAsync(Cast.Contributor(), Cast.Reviewer(), Cast.SecondReviewer());
        using var lucia = await app.SignInAsync(await PersonAsync("lucia"));
        using var mateo = await app.SignInAsync(await PersonAsync("mateo"));
        using var ines = await app.SignInAsync(await PersonAsync("ines"));
        using var visitor = app.CreateClient();

        // Read: the form opens filled in.
        var ficha = await lucia.WaitForFichaAsync(await lucia.UploadAsync(Path.Combine(TestCluster.Repository, "samples", "documentos",
            "14-para-ensayar-buzon-de-ideas.docx")));
        var section = await lucia.VisitAsync($"{ficha}/seccion/1");
        Assert.Equal("Buzón de ideas del equipo de corespondencia", section.Page.QuerySelector("input[name=title]")!.GetAttribute("value"));

        // Corrected: what the reader remarked is mended or explained.
        Assert.Equal(HttpStatusCode.Redirect,
            (await lucia.PostFormAsync($"{ficha}/seccion/1", ("title", Title), ("contact_emails", "sandra.tovar@example.gov.co"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await lucia.PostFormAsync($"{ficha}/seccion/2", ("is_adaptation", "false"))).Status);
        await lucia.PostFormAsync($"{ficha}/presentacion",
            ("summary", "Quien reparte la correspondencia propone cómo mejorarla y recibe respuesta en una semana."), ("goals", "16"));
        var sent = await lucia.SendFichaAsync(ficha);
        Assert.Equal(ficha, sent.Location);

        // Reviewed: changes requested, mended, approved.
        var review = ficha.Replace("/fichas/", "/revision/", StringComparison.Ordinal);
        Assert.Equal(review, (await mateo.PostFromAsync(review, $"{review}/tomar")).Location);
        await mateo.PostFromAsync(review, $"{review}/observar/scope", ("text", "Diga cuándo empezó."));
        Assert.Equal("/revision", (await mateo.PostFormAsync($"{review}/solicitar-cambios", ("note", "Falta precisar el tiempo."))).Location);
        var overview = await lucia.VisitAsync(ficha);
        Assert.Contains("Falta precisar el tiempo.", overview.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Diga cuándo empezó.", (await lucia.VisitAsync($"{ficha}/seccion/2")).Text("main"), StringComparison.Ordinal);
        await lucia.PostFormAsync($"{ficha}/seccion/2", ("scope", "Desde marzo de 2025, de lunes a viernes."));
        Assert.Equal(ficha, (await lucia.SendFichaAsync(ficha)).Location);
        var again = await mateo.VisitAsync($"{review}?cambios=1");
        Assert.Equal("Desde marzo de 2025, de lunes a viernes.", again.Text("#scope ins"));
        Assert.Null(again.Page.QuerySelector("#baseline"));
        var thread = (await mateo.VisitAsync(review)).Page.QuerySelector("[formaction*=resolver]")!.GetAttribute("formaction")!;
        await mateo.PostFromAsync(review, thread);
        Assert.Equal(ficha, (await mateo.PostFormAsync($"{review}/aprobar")).Location);

        // Published by a second person.
        Assert.Contains("segunda persona", (await mateo.VisitAsync($"{ficha}/publicar")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await mateo.PostFromAsync(ficha, $"{ficha}/publicar")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/practicas/buzon-de-ideas-del-equipo-de-correspondencia")).Status);
        Assert.Equal(ficha, (await ines.PostFormAsync($"{ficha}/publicar")).Location);
        var page = await visitor.EventuallyAsync("/practicas/buzon-de-ideas-del-equipo-de-correspondencia", answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(Title, page.Text("h1"));
        Assert.DoesNotContain("3000000041", page.Body.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        // Found with a typo and without accents.
        var found = await visitor.EventuallyAsync("/buscar?q=buson+correspondecnia", answer => answer.Page.QuerySelector(".result") is not null);
        Assert.Equal(Title, found.Text(".result h3"));

        // Amended: a new version with its note; the old one stays reachable.
        await lucia.PostFormAsync($"{ficha}/corregir");
        await lucia.PostFormAsync($"{ficha}/seccion/1", ("title", Title + " de Bogotá"));
        await lucia.PostFormAsync($"{ficha}/presentacion", ("changeNote", "Se precisa el nombre."));
        Assert.Equal(ficha, (await lucia.SendFichaAsync(ficha)).Location);
        await mateo.PostFromAsync(review, $"{review}/tomar");
        await mateo.PostFormAsync($"{review}/aprobar");
        Assert.Equal(ficha, (await ines.PostFormAsync($"{ficha}/publicar")).Location);
        var second = await visitor.EventuallyAsync("/practicas/buzon-de-ideas-del-equipo-de-correspondencia-de-bogota",
            answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(Title + " de Bogotá", second.Text("h1"));
        Assert.Equal("/practicas/buzon-de-ideas-del-equipo-de-correspondencia-de-bogota",
            (await visitor.EventuallyAsync("/practicas/buzon-de-ideas-del-equipo-de-correspondencia", HttpStatusCode.MovedPermanently)).Location);
        Assert.Contains("Se precisa el nombre.", second.Text("#historia"), StringComparison.Ordinal);
        Assert.Equal(Title, (await visitor.VisitAsync("/practicas/buzon-de-ideas-del-equipo-de-correspondencia-de-bogota/v1")).Text("h1"));

        // Withdrawn: a tombstone with the reason.
        Assert.Equal(ficha,
            (await ines.PostFormAsync($"{ficha}/retirar", ("way", "por-error"), ("reason", "La entidad la reemplazó por otra práctica."))).Location);
        var gone = await visitor.EventuallyAsync("/practicas/buzon-de-ideas-del-equipo-de-correspondencia-de-bogota",
            answer => answer.Status == HttpStatusCode.Gone);
        Assert.Contains("La entidad la reemplazó", gone.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.VisitAsync("/practicas/buzon-de-ideas-del-equipo-de-correspondencia-de-bogota/v1")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.VisitAsync("/practicas/buzon-de-ideas-del-equipo-de-correspondencia-de-bogota/v1.json")).Status);
        Assert.DoesNotContain("correspondencia", (await visitor.VisitAsync("/buscar/sugerencias?q=corresp")).Body, StringComparison.Ordinal);
    }

    private async Task<Person> PersonAsync(string name)
    {
        await using var db = app.Db();
        return db.Set<Person>().First(person => person.Email.StartsWith(name));
    }
}
