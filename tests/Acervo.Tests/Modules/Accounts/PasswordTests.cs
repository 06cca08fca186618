using System.Net;
using Acervo.Platform.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Accounts;

/// <summary>Changing one's own password, and the password somebody else chose.</summary>
public sealed class PasswordTests(AppHost app) : IClassFixture<AppHost>
{
    private const string NewPassphrase = "cuatro nubes bajas en Chingaza";

    [Fact]
    public async Task The_current_password_is_needed_and_the_new_one_must_differ()
    {
        var lucia = await app.SeedAsync(Cast.Contributor());
        using var visitor = await app.SignInAsync(lucia);
        var wrong = await visitor.PostFormAsync("/cuenta/clave", ("Current", "no es la mía, seguro"), ("Password", NewPassphrase));
        Assert.Contains("La contraseña actual no coincide.", wrong.Text(".errors"), StringComparison.Ordinal);
        var same = await visitor.PostFormAsync("/cuenta/clave", ("Current", Cast.Passphrase), ("Password", Cast.Passphrase));
        Assert.Contains("debe ser distinta", same.Text(".errors"), StringComparison.Ordinal);
        var weak = await visitor.PostFormAsync("/cuenta/clave", ("Current", Cast.Passphrase), ("Password", lucia.Name));
        Assert.Contains("no puede ser su nombre", weak.Text(".errors"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await visitor.PostAsync("/cuenta/clave", [new("Current", Cast.Passphrase), new("Password", NewPassphrase)])).Status);
    }

    [Fact]
    public async Task A_password_that_somebody_else_chose_opens_only_the_page_that_replaces_it()
    {
        const string given = "provisional para Elsa 2026";
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var request = new InvitationRequest("Elsa Prieto", "elsa.prieto@example.gov.co", Role.Administrator, null);
            await scope.ServiceProvider.GetRequiredService<Enrolment>().AddAsync(request, given);
        }

        using var visitor = app.CreateClient();
        await visitor.PostFormAsync("/entrar", ("Email", "elsa.prieto@example.gov.co"), ("Password", given));
        Assert.Equal("/cuenta/clave", (await visitor.VisitAsync("/cuenta")).Location);
        Assert.Equal("/cuenta/clave", (await visitor.VisitAsync("/admin/personas")).Location);
        Assert.Equal("/cuenta/clave", (await visitor.VisitAsync("/cuenta/segundo-factor")).Location);

        Assert.Equal("/inicio", (await visitor.PostFormAsync("/cuenta/clave", ("Current", given), ("Password", NewPassphrase))).Location);
        Assert.Contains("Su contraseña cambió", (await visitor.VisitAsync("/inicio")).Text(".notice"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/admin/personas")).Status);
    }
}
