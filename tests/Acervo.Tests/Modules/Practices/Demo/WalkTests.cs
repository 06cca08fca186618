using System.Net;
using Acervo.Modules.Practices.Demo;

namespace Acervo.Tests.Modules.Practices.Demo;

/// <summary>The five-minute walk of README, as a newcomer does it with the imperfect sample.</summary>
public sealed class WalkTests(AppHost app) : IClassFixture<AppHost>
{
    private const string Rehearsal = "14-para-ensayar-buzon-de-ideas.docx";

    [Fact]
    public async Task The_imperfect_sample_is_corrected_and_becomes_a_page()
    {
        var (camila, teresa, andres) = (Cast.Contributor(), Cast.Reviewer(), Cast.SecondReviewer());
        await app.SeedAsync(camila, teresa, andres);
        using var author = await app.SignInAsync(camila);
        using var reviewer = await app.SignInAsync(teresa);
        using var second = await app.SignInAsync(andres);

        var ficha = await author.WaitForFichaAsync(await author.UploadAsync(SampleShelf.Document(Rehearsal), Rehearsal));
        var remarks = (await author.VisitAsync($"{ficha}/enviar")).Text("main");
        Assert.Contains("sandra.tovar@example.gov.co", (await author.VisitAsync($"{ficha}/seccion/1")).Body, StringComparison.Ordinal);
        Assert.Contains("Marque Sí o No", remarks, StringComparison.Ordinal);
        Assert.NotEqual(ficha, (await author.SendFichaAsync(ficha)).Location);
        Assert.Equal(0, await ChangedAsync(author, ficha));

        await author.PostFormAsync($"{ficha}/seccion/1",
            ("title", "Buzón de ideas del equipo de correspondencia"), ("unit_head", "Ligia Esperanza Rubiano Páez"), ("mipg_policies", "Gestión Documental"),
            ("contact_emails", "sandra.tovar@example.gov.co"));
        await author.PostFormAsync($"{ficha}/seccion/2", ("is_adaptation", "false"),
            ("target_population", "Las 18 personas del equipo y todas las dependencias."));
        Assert.Equal(6, await ChangedAsync(author, ficha));
        await author.PostFormAsync($"{ficha}/presentacion", ("summary", "El equipo de correspondencia responde en una semana cada idea de mejora."),
            ("goals", "16"));
        Assert.Equal(ficha, (await author.SendFichaAsync(ficha)).Location);

        var review = ficha.Replace("/fichas/", "/revision/", StringComparison.Ordinal);
        await reviewer.PostFromAsync(review, $"{review}/tomar");
        Assert.Equal(ficha, (await reviewer.PostFormAsync($"{review}/aprobar")).Location);
        Assert.Equal(ficha, (await second.PostFormAsync($"{ficha}/publicar")).Location);

        using var visitor = app.CreateClient();
        var page = await visitor.VisitAsync("/practicas/buzon-de-ideas-del-equipo-de-correspondencia");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("300 000 00", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.gov.co", page.Body, StringComparison.Ordinal);
    }

    /// <summary>How many answers are said to be other than the document has them.</summary>
    private static async Task<int> ChangedAsync(Visitor author, string ficha)
    {
        var changed = 0;
        for (var section = 1; section <= 6; section++)
        {
            changed += (await author.VisitAsync($"{ficha}/seccion/{section}")).Body.Split("cambiada por usted").Length - 1;
        }

        return changed;
    }
}
