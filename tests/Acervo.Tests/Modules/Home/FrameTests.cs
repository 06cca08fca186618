using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Home;

/// <summary>What stands around a page: the site knows who is signed in, and work keeps its menus even when something fails.</summary>
public sealed class FrameTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_public_page_names_whoever_is_signed_in_and_nobody_else_sees_it()
    {
        var ulises = await app.SeedAsync(Cast.Somebody("Ulises Roncancio", $"{Guid.NewGuid():N}@example.gov.co", null, Role.Contributor));
        using var nobody = app.CreateClient();
        Assert.Equal("/inicio", (await nobody.VisitAsync("/")).Href("Entrar"));

        using var visitor = await app.SignInAsync(ulises);
        var mine = await visitor.VisitAsync("/");
        Assert.Equal("/inicio", mine.Href("Mi bandeja"));
        Assert.Null(mine.Href("Entrar"));
        Assert.Contains(ulises.Name, mine.Text(".aside-links"), StringComparison.Ordinal);

        var theirs = await nobody.VisitAsync("/");
        Assert.DoesNotContain(ulises.Name, theirs.Body, StringComparison.Ordinal);
        Assert.Equal("/inicio", theirs.Href("Entrar"));
    }

    [Fact]
    public async Task Whoever_is_in_already_is_led_on_from_the_door()
    {
        using var visitor = await SignInAsync(Role.Contributor);
        Assert.Equal("/inicio", (await visitor.VisitAsync("/entrar")).Href("Seguir trabajando"));
        Assert.Equal("/cuenta", (await visitor.VisitAsync("/entrar?volver=%2Fcuenta")).Href("Seguir trabajando"));
        Assert.Equal("/inicio", (await visitor.VisitAsync("/entrar?volver=https%3A%2F%2Fexample.com")).Href("Seguir trabajando"));
        using var nobody = app.CreateClient();
        Assert.Null((await nobody.VisitAsync("/entrar")).Href("Seguir trabajando"));
    }

    [Theory]
    [InlineData("/no-existe", HttpStatusCode.NotFound)]
    [InlineData("/admin/personas", HttpStatusCode.Forbidden)]
    public async Task An_error_at_work_keeps_the_menus_of_work(string path, HttpStatusCode status)
    {
        using var visitor = await SignInAsync(Role.Contributor);
        var page = await visitor.VisitAsync(path);
        Assert.Equal(status, page.Status);
        Assert.NotNull(page.Page.QuerySelector("body.staff .rail .act"));
        Assert.Equal("/inicio", page.Href("Ir a mi bandeja"));
    }

    [Fact]
    public async Task A_refused_act_keeps_the_menus_of_work()
    {
        var person = await app.SeedAsync(Cast.Somebody("Ofelia Barrera", $"{Guid.NewGuid():N}@example.gov.co", null, Role.Administrator));
        using var visitor = await app.SignInAsync(person);
        var refused = await visitor.PostFormAsync($"/admin/personas/{person.Id}/desactivar");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.NotNull(refused.Page.QuerySelector("body.staff"));
    }

    [Fact]
    public async Task An_error_on_the_site_keeps_the_menus_of_the_site()
    {
        using var nobody = app.CreateClient();
        Assert.NotNull((await nobody.VisitAsync("/no-existe")).Page.QuerySelector("body.public"));
    }

    [Fact]
    public async Task A_search_without_results_offers_no_filters()
    {
        using var nobody = app.CreateClient();
        Assert.Null((await nobody.VisitAsync("/buscar?q=zqxwvk")).Page.QuerySelector(".facets"));
    }

    [Theory]
    [InlineData("/entrar", Role.Contributor)]
    [InlineData("/verificar", Role.Contributor)]
    [InlineData("/cuenta/clave", Role.Contributor)]
    [InlineData("/admin/bitacora", Role.Administrator)]
    [InlineData("/admin/personas/invitar", Role.Administrator)]
    public async Task Every_form_leaves_its_errors_to_the_site_and_not_to_the_browser(string path, Role role)
    {
        using var visitor = await SignInAsync(role);
        var forms = (await visitor.VisitAsync(path)).Page.QuerySelectorAll("form");
        Assert.NotEmpty(forms);
        Assert.All(forms, form => Assert.True(form.HasAttribute("novalidate"), form.OuterHtml));
    }

    private async Task<Visitor> SignInAsync(Role role) =>
        await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Rafael Cuéllar", $"{Guid.NewGuid():N}@example.gov.co", null, role)));
}
