using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Practices;

/// <summary>What the checklist proposes is taken with a button, without a script; remarks follow the answers as they change.</summary>
public sealed class ProposalTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private Person lucia = null!;

    public async ValueTask InitializeAsync() =>
        lucia = await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_misspelt_domain_is_replaced_in_its_list_and_the_rest_of_the_page_is_saved_with_it()
    {
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        using var author = await app.SignInAsync(lucia);
        await author.PostFormAsync($"/fichas/{ficha.Id}/seccion/1", ("contact_emails", "oscar.lemus@exmaple.gov.co"));
        var page = await author.VisitAsync($"/fichas/{ficha.Id}/seccion/1");
        var accept = page.Page.QuerySelector("button[name=accept]")!.GetAttribute("value");

        var taken = await author.SendFormAsync($"/fichas/{ficha.Id}/seccion/1", page, ("accept", accept), ("work_group", "Otro equipo"));

        Assert.Equal($"/fichas/{ficha.Id}/seccion/1#contact_emails", taken.Location);
        var after = await author.VisitAsync($"/fichas/{ficha.Id}/seccion/1");
        Assert.Equal("oscar.lemus@example.gov.co", after.Page.QuerySelector("input[name=contact_emails]")!.GetAttribute("value"));
        Assert.Equal("Otro equipo", after.Page.QuerySelector("input[name=work_group]")!.GetAttribute("value"));
        Assert.Null(after.Page.QuerySelector("button[name=accept]"));
        var gone = await author.SendFormAsync($"/fichas/{ficha.Id}/seccion/1", after, ("accept", accept), ("work_group", "Un tercer equipo"));
        Assert.Contains("Esa propuesta ya no está", gone.Text("main"), StringComparison.Ordinal);
        Assert.Equal("Un tercer equipo",
            (await author.VisitAsync($"/fichas/{ficha.Id}/seccion/1")).Page.QuerySelector("input[name=work_group]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_figures_that_disagree_are_remarked_until_either_is_mended()
    {
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        using var author = await app.SignInAsync(lucia);
        await author.PostFormAsync($"/fichas/{ficha.Id}/seccion/2", ("description", "El año pasado se atendieron 1.240 hogares en el barrio, con turnos."),
            ("baseline", "Antes del cambio esperaban 1.310 hogares en la fila, sin turnos."));
        Assert.Contains("1.310 hogares", (await author.VisitAsync($"/fichas/{ficha.Id}/enviar")).Text("main"), StringComparison.Ordinal);

        await author.PostFormAsync($"/fichas/{ficha.Id}/seccion/2", ("description", "El año pasado se atendieron 1.310 hogares en el barrio, con turnos."));

        Assert.DoesNotContain("1.310 hogares", (await author.VisitAsync($"/fichas/{ficha.Id}/enviar")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_is_not_on_the_list_stays_marked_until_somebody_chooses()
    {
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        await app.ChangeAsync(ficha.Id, (mine, _) =>
        {
            var answers = mine.Answers;
            answers.Set("mipg_policies", ["Información y comunicación"]);
            mine.Answer(answers, app.Clock.GetUtcNow().UtcDateTime);
        });
        using var author = await app.SignInAsync(lucia);

        var page = await author.VisitAsync($"/fichas/{ficha.Id}/seccion/1");
        var box = page.Page.QuerySelector("input[name=mipg_policies][checked]")!;
        Assert.Equal("Información y comunicación", box.GetAttribute("value"));
        Assert.Contains("No está en la lista oficial", box.Closest("label")!.TextContent, StringComparison.Ordinal);

        await author.PostFormAsync($"/fichas/{ficha.Id}/seccion/1", ("mipg_policies", "Gestión Documental"));
        Assert.DoesNotContain("No está en la lista oficial", (await author.VisitAsync($"/fichas/{ficha.Id}/seccion/1")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explanations_typed_on_a_stale_list_are_still_there()
    {
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        using var author = await app.SignInAsync(lucia);
        await author.PostFormAsync($"/fichas/{ficha.Id}/seccion/1", ("contact_emails", "oscar.lemus@exmaple.gov.co"));
        var open = await author.VisitAsync($"/fichas/{ficha.Id}/enviar");
        var box = open.Page.QuerySelector("input[name^=explain]")!.GetAttribute("name")!;
        await author.PostFormAsync($"/fichas/{ficha.Id}/seccion/1", ("work_group", "Otro equipo"));

        var stale = await author.SendFormAsync($"/fichas/{ficha.Id}/enviar", open, (box, "El dominio es así en esa oficina."));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("El dominio es así en esa oficina.", stale.Page.QuerySelector($"input[name={box}]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_summary_is_measured_as_its_counter_measures_it()
    {
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        using var author = await app.SignInAsync(lucia);
        var lines = string.Join("\r\n", Enumerable.Repeat(new string('a', 59), 10));

        Assert.Equal(HttpStatusCode.Redirect, (await author.PostFormAsync($"/fichas/{ficha.Id}/presentacion", ("summary", lines))).Status);
        Assert.Contains("máximo es 600", (await author.PostFormAsync($"/fichas/{ficha.Id}/presentacion", ("summary", lines + "bb"))).Text(".field-error"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_closed_meanwhile_shows_what_was_typed_and_a_wrong_date_is_told_to_the_script()
    {
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        using var author = await app.SignInAsync(lucia);
        var page = await author.VisitAsync($"/fichas/{ficha.Id}/seccion/1");
        author.Http.DefaultRequestHeaders.Add("Accept", "application/json");
        var saved = await author.SendFormAsync($"/fichas/{ficha.Id}/seccion/1", page, ("filledOn.dia", "31"), ("filledOn.mes", "2"), ("filledOn.anio", "2025"));
        Assert.Contains("refused", saved.Body, StringComparison.Ordinal);
        Assert.Contains("no existe", saved.Body, StringComparison.Ordinal);
        author.Http.DefaultRequestHeaders.Clear();

        var open = await author.VisitAsync($"/fichas/{ficha.Id}/seccion/3");
        await author.SendFichaAsync($"/fichas/{ficha.Id}");
        var late = await author.SendFormAsync($"/fichas/{ficha.Id}/seccion/3", open, ("contribution", "Esto lo escribí tarde."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Esto lo escribí tarde.", late.Text("textarea[name=contribution]"));
        Assert.Contains("Copie su texto", late.Text("main"), StringComparison.Ordinal);
    }
}
