using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Admin;

/// <summary>Whose site it is, said in the browser: seen on every page of every node, and never over the server's configuration.</summary>
public sealed class SiteTests : SharedHost
{
    private const string Page = "/admin/sitio";

    public SiteTests() : base(("Site:Product", "Acervo de pruebas"))
    {
    }

    [Fact]
    public async Task What_is_said_is_seen_at_once_and_what_the_configuration_says_holds()
    {
        using var admin = await SignInAsync(Cast.Administrator().Apart());
        using var visitor = App.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/datos-personales")).Status);
        var before = await visitor.VisitAsync("/");
        Assert.DoesNotContain("Tratamiento de datos personales", before.Text("footer"), StringComparison.Ordinal);
        Assert.Contains("no se publica la página de datos personales", (await admin.VisitAsync("/admin")).Text("main"), StringComparison.Ordinal);
        var page = await admin.VisitAsync(Page);
        Assert.Contains("Lo fija la configuración del servidor (Site__Product)", page.Text("main"), StringComparison.Ordinal);
        Assert.True(page.Page.QuerySelector("[name='Form.Product']")!.Closest("fieldset")!.HasAttribute("disabled"));

        Assert.Equal(Page, (await admin.PostFormAsync(Page, ("Form.Entity", "Alcaldía de Pruebas"), ("Form.Product", "Otro nombre"),
            ("Form.Accent", "#7a1f3d"), ("Form.Mail", "contacto@example.gov.co"), ("Form.MailDomains", "example.gov.co\notra.example.gov.co"))).Location);

        var after = await visitor.VisitAsync("/");
        Assert.Contains("Alcaldía de Pruebas", after.Text("footer"), StringComparison.Ordinal);
        Assert.Contains("Tratamiento de datos personales", after.Text("footer"), StringComparison.Ordinal);
        Assert.Contains("Acervo de pruebas", after.Page.Title!, StringComparison.Ordinal);
        var styles = after.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.NotEqual(before.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"), styles);
        Assert.Contains("#7a1f3d", await visitor.Http.GetStringAsync(styles, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("contacto@example.gov.co", (await visitor.VisitAsync("/datos-personales")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("@otra.example.gov.co", (await admin.VisitAsync("/admin/personas/invitar")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Cambió los datos del sitio", (await admin.VisitAsync("/admin/bitacora")).Text("main"), StringComparison.Ordinal);

        // Another node, and a start anew, know it too.
        await using var node = await App.JoinAsync();
        using var elsewhere = node.CreateClient();
        await elsewhere.EventuallyAsync("/", there => there.Text("footer").Contains("Alcaldía de Pruebas", StringComparison.Ordinal));
        await admin.PostFormAsync(Page, ("Form.Entity", "Secretaría de Pruebas"));
        Assert.Contains("Secretaría de Pruebas", (await elsewhere.EventuallyAsync("/",
            there => there.Text("footer").Contains("Secretaría de Pruebas", StringComparison.Ordinal))).Text("footer"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Accent", "#f6c445", "exige 4,5:1 o más")]
    [InlineData("Form.Accent", "rojo", "debe escribirse como #1d4f91")]
    [InlineData("Form.Mail", "sin arroba", "Escriba un correo electrónico válido")]
    [InlineData("Form.EntityHref", "entidad", "Escriba la dirección completa")]
    [InlineData("Form.MailDomains", "<b>", "Escriba solo dominios")]
    [InlineData("Form.MailDomains", "example.gov.co, gmail.com", "En «gmail.com» cualquiera abre un correo")]
    [InlineData("Form.MailDomains", "co", "«co» no es un dominio completo")]
    [InlineData("Form.Revision", "77", "Otra persona cambió estos datos")]
    public async Task What_cannot_be_is_refused_beside_its_box(string field, string value, string sentence)
    {
        using var admin = await SignInAsync(Cast.Administrator().Apart());
        var refused = await admin.PostFormAsync(Page, (field, value));
        Assert.Contains(sentence, refused.Text("main"), StringComparison.Ordinal);
        Assert.Null(refused.Location);
    }

    [Fact]
    public async Task Only_administrators_say_it()
    {
        using var lucia = await SignInAsync(Cast.Contributor().Apart());
        Assert.Equal(HttpStatusCode.Forbidden, (await lucia.VisitAsync(Page)).Status);
    }

    private async Task<Visitor> SignInAsync(Person person) => await App.SignInAsync(await App.SeedAsync(person));
}
