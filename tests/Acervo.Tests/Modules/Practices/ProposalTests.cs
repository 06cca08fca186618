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
        var told = await author.VisitAsync(gone.Location!);
        Assert.Contains("Esa propuesta ya no está", told.Text("main"), StringComparison.Ordinal);
        Assert.Equal("Un tercer equipo", told.Page.QuerySelector("input[name=work_group]")!.GetAttribute("value"));
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
        var hasty = await author.SendFormAsync($"/fichas/{ficha.Id}/enviar", open, (box, "ok"));
        Assert.Contains("Explíquelo en una frase", hasty.Text(".field-error"), StringComparison.Ordinal);
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
        var (page, long601) = ($"/fichas/{ficha.Id}/presentacion", lines + "bb");
        Assert.Equal(page, (await author.PostFormAsync(page, ("summary", long601))).Location);

        // It is refused and kept: nothing typed is lost, the address is one to go back to, and nobody can send it.
        var refused = await author.VisitAsync(page);
        Assert.Contains("máximo es 600", refused.Text(".errors"), StringComparison.Ordinal);
        Assert.Contains("máximo es 600", refused.Text(".field-error"), StringComparison.Ordinal);
        Assert.EndsWith("abb", refused.Text("textarea[name=summary]"), StringComparison.Ordinal);
        Assert.Null((await author.VisitAsync(page)).Page.QuerySelector(".errors"));
        Assert.EndsWith("abb", (await author.VisitAsync(page)).Text("textarea[name=summary]"), StringComparison.Ordinal);
        Assert.Contains("máximo es 600", (await author.VisitAsync($"/fichas/{ficha.Id}/enviar")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("por completar", (await author.SendFichaAsync($"/fichas/{ficha.Id}")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_in_a_box_saves_and_never_takes_a_proposal()
    {
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        using var author = await app.SignInAsync(lucia);
        await author.PostFormAsync($"/fichas/{ficha.Id}/seccion/1", ("contact_emails", "oscar.lemus@exmaple.gov.co"));
        foreach (var address in new[] { "seccion/1", "seccion/6", "presentacion", "archivos", "enviar" })
        {
            var page = await author.VisitAsync($"/fichas/{ficha.Id}/{address}");
            foreach (var form in page.Page.QuerySelectorAll("main form[method=post]:has(input[type=text], input:not([type]))"))
            {
                // The browser presses the first button that sends.
                var first = form.QuerySelector("button[type=submit], button:not([type]), input[type=submit]")!;
                Assert.True(first.GetAttribute("name") is null && first.GetAttribute("formaction") is null, $"{address}: {first.OuterHtml}");
            }
        }

        Assert.Equal($"/fichas/{ficha.Id}/seccion/2", (await author.PostFormAsync($"/fichas/{ficha.Id}/seccion/1", ("work_group", "Otro equipo"))).Location);
        Assert.Equal("oscar.lemus@exmaple.gov.co",
            (await author.VisitAsync($"/fichas/{ficha.Id}/seccion/1")).Page.QuerySelector("input[name=contact_emails]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_refused_on_a_page_of_its_own_that_shows_it_once()
    {
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        using var author = await app.SignInAsync(lucia);
        var page = $"/fichas/{ficha.Id}/seccion/1";

        Assert.Equal(page, (await author.PostFormAsync(page, ("started_on.dia", "31"), ("started_on.mes", "2"), ("work_group", "Otro equipo"))).Location);

        var refused = await author.VisitAsync(page);
        Assert.Equal("31", refused.Page.QuerySelector("[name='started_on.dia']")!.GetAttribute("value"));
        Assert.Contains("no es una fecha que exista", refused.Text(".errors a[href='#started_on']"), StringComparison.Ordinal);
        Assert.Equal("Otro equipo", refused.Page.QuerySelector("input[name=work_group]")!.GetAttribute("value"));
        Assert.Equal("15", (await author.VisitAsync(page)).Page.QuerySelector("[name='started_on.dia']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Nobody_quarrels_with_oneself()
    {
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        using var author = await app.SignInAsync(lucia);
        var (page, next) = ($"/fichas/{ficha.Id}/seccion/2", $"/fichas/{ficha.Id}/seccion/3");
        var (first, second) = (await author.VisitAsync(page), await author.VisitAsync(page));

        // «Guardar» pressed while the words are on their way: both start from the same page, and the newest stays.
        author.Http.DefaultRequestHeaders.Add("Accept", "application/json");
        Assert.Contains("\"version\"", (await author.SendFormAsync(page, first, ("scope", "Tres se"))).Body, StringComparison.Ordinal);
        author.Http.DefaultRequestHeaders.Clear();
        Assert.Equal(next, (await author.SendFormAsync(page, first, ("scope", "Tres sedes."))).Location);

        // Another window of one's own, opened before: what was written in each stands, and it says so.
        author.Http.DefaultRequestHeaders.Add("Accept", "application/json");
        var told = await author.SendFormAsync(page, second, ("baseline", "Antes, ninguna."));
        author.Http.DefaultRequestHeaders.Clear();
        Assert.Equal(HttpStatusCode.OK, told.Status);
        Assert.Contains("con lo que usted escribió en otra ventana", told.Body.Replace("\\u00F3", "ó", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"scope\":[\"Tres sedes.\"]", told.Body, StringComparison.Ordinal);
        var now = await author.VisitAsync(page);
        Assert.Equal("Tres sedes.", now.Text("textarea[name=scope]"));
        Assert.Equal("Antes, ninguna.", now.Text("textarea[name=baseline]"));
        Assert.Equal(next, (await author.SendFormAsync(page, second, ("baseline", "Antes, una."))).Location);
        Assert.Equal("Tres sedes.", (await author.VisitAsync(page)).Text("textarea[name=scope]"));
    }

    [Fact]
    public async Task Any_row_of_a_list_is_taken_away_with_its_button()
    {
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        using var author = await app.SignInAsync(lucia);
        var page = $"/fichas/{ficha.Id}/seccion/6";
        var version = (await author.VisitAsync(page)).Page.QuerySelector("input[name=version]")!.GetAttribute("value");

        var taken = await author.PostFromAsync(page, page, ("version", version), ("annexes", "Uno"), ("annexes", "Dos"), ("annexes", "Tres"),
            ("quitar", "annexes.1"));

        Assert.Equal($"{page}#annexes", taken.Location);
        var shown = await author.VisitAsync(page);
        Assert.Equal(["Uno", "Tres", ""], shown.Page.QuerySelectorAll("input[name=annexes]").Select(box => box.GetAttribute("value") ?? ""));
        Assert.Equal(["annexes.0", "annexes.1", "annexes.2"], shown.Page.QuerySelectorAll("button[name=quitar]")
            .Select(button => button.GetAttribute("value")!));
    }

    [Fact]
    public async Task Every_row_of_every_list_has_its_button_also_where_one_chooses()
    {
        var ficha = await app.SeedAsync(Ficha.Complete(lucia, app.Clock.GetUtcNow().UtcDateTime));
        using var author = await app.SignInAsync(lucia);
        var page = $"/fichas/{ficha.Id}/seccion/1";
        var shown = await author.VisitAsync(page);

        foreach (var list in shown.Page.QuerySelectorAll(".input-list"))
        {
            Assert.All(list.Children, row => Assert.NotNull(row.QuerySelector("button[name=quitar]")));
        }

        var kept = shown.Page.QuerySelectorAll("select[name=employment_types]").Length;
        Assert.True(kept >= 2);
        var taken = await author.SendFormAsync(page, shown, ("quitar", "employment_types.0"));
        Assert.Equal($"{page}#employment_types", taken.Location);
        Assert.Equal("", (await author.VisitAsync(page)).Page.QuerySelector("select[name=employment_types] option[selected]")?.GetAttribute("value") ?? "");
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
        var card = await author.VisitAsync($"/fichas/{ficha.Id}/presentacion");
        await author.SendFichaAsync($"/fichas/{ficha.Id}");
        var late = await author.SendFormAsync($"/fichas/{ficha.Id}/seccion/3", open, ("contribution", "Esto lo escribí tarde."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Esto lo escribí tarde.", late.Text("textarea[name=contribution]"));
        Assert.Contains("Copie su texto", late.Text("main"), StringComparison.Ordinal);
        var lateCard = await author.SendFormAsync($"/fichas/{ficha.Id}/presentacion", card, ("summary", "Este resumen lo escribí tarde."));
        Assert.Equal(HttpStatusCode.Conflict, lateCard.Status);
        Assert.Equal("Este resumen lo escribí tarde.", lateCard.Text("textarea[name=summary]"));
    }
}
