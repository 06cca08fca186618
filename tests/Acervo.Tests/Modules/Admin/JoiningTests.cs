using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Tests.Modules.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Admin;

/// <summary>Invitations that wait: listed, sent again, taken back, and confirmed where the address is not of the entity.</summary>
public sealed class JoiningTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private const string List = "/admin/personas/invitaciones";

    private readonly string email = $"{Guid.NewGuid():N}@example.gov.co";
    private Person ramiro = null!;
    private Visitor admin = null!;

    public async ValueTask InitializeAsync()
    {
        ramiro = await app.SeedAsync(Cast.Administrator().Apart());
        admin = await app.SignInAsync(ramiro);
    }

    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Whoever_was_invited_is_listed_with_the_role_and_the_term_until_the_account_is_open()
    {
        await InviteAsync(email);
        var row = await RowAsync();
        Assert.Contains("Nueva Persona", row, StringComparison.Ordinal);
        Assert.Contains("Revisión, en Agencia de Hábitat de Pruebas", row, StringComparison.Ordinal);
        Assert.Contains(ramiro.Name, row, StringComparison.Ordinal);
        Assert.Matches("\\d de \\w+ de 20\\d\\d", row);
        Assert.DoesNotContain("institucional", row, StringComparison.Ordinal);
        Assert.NotNull((await admin.VisitAsync("/admin/personas")).Page.QuerySelector($"a[href='{List}']"));

        using var invited = app.CreateClient();
        await invited.PostFormAsync(await LinkAsync(), ("Password", "cuatro nubes bajas en Chingaza"));
        Assert.Empty(await RowAsync());
    }

    [Fact]
    public async Task Sending_again_writes_another_link_and_the_old_one_dies_at_once()
    {
        await InviteAsync(email);
        var (id, old) = (await IdAsync(), await LinkAsync());

        Assert.Equal(List, (await admin.SendFormAsync($"{List}/{id}/reenviar", await admin.VisitAsync(List))).Location);

        Assert.Contains($"La invitación para {email} quedó otra vez en el correo de salida.", (await admin.VisitAsync(List)).Text(".notice"),
            StringComparison.Ordinal);
        using var invited = app.CreateClient();
        Assert.Equal(HttpStatusCode.Conflict, (await invited.VisitAsync(old)).Status);
        var link = await LinkAsync();
        Assert.NotEqual(old, link);
        Assert.Equal("/inicio", (await invited.PostFormAsync(link, ("Password", "cuatro nubes bajas en Chingaza"))).Location);
    }

    /// <summary>No mail leaves this host: whoever invites hands the link over, and sees it once.</summary>
    [Fact]
    public async Task Where_no_mail_leaves_the_link_is_shown_once()
    {
        await InviteAsync(email);
        Assert.EndsWith(await LinkAsync(), (await admin.VisitAsync("/admin/personas")).Text(".notice code"), StringComparison.Ordinal);
        Assert.Null((await admin.VisitAsync("/admin/personas")).Page.QuerySelector(".notice"));

        await admin.SendFormAsync($"{List}/{await IdAsync()}/reenviar", await admin.VisitAsync(List));
        Assert.EndsWith(await LinkAsync(), (await admin.VisitAsync(List)).Text(".notice code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_back_opens_nothing_and_leaves_the_list()
    {
        await InviteAsync(email);
        var (id, link) = (await IdAsync(), await LinkAsync());
        using var invited = app.CreateClient();
        var opened = await invited.VisitAsync(link);
        Assert.Contains(email, (await admin.VisitAsync($"{List}/{id}/retirar")).Text("main"), StringComparison.Ordinal);

        Assert.Equal(List, (await admin.PostFormAsync($"{List}/{id}/retirar")).Location);

        var late = await invited.SendFormAsync(link, opened, ("Password", "cuatro nubes bajas en Chingaza"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("ya se usó, venció o se retiró", late.Text("main"), StringComparison.Ordinal);
        Assert.Empty(await RowAsync());
        Assert.Equal(List, (await admin.VisitAsync($"{List}/{id}/reenviar")).Location);
        foreach (var act in new[] { "reenviar", "retirar" })
        {
            var again = await PostAsync(admin, $"{List}/{id}/{act}");
            Assert.Equal(HttpStatusCode.Conflict, again.Status);
            Assert.Contains("Esta invitación ya no espera", again.Text("main"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_act_is_in_the_trail_in_words()
    {
        await InviteAsync(email);
        var id = await IdAsync();
        await PostAsync(admin, $"{List}/{id}/reenviar");
        await PostAsync(admin, $"{List}/{id}/retirar");
        var trail = (await admin.VisitAsync($"/admin/bitacora?sobre=invitation/{id}")).Text("table");
        foreach (var words in new[] { "Se invitó a una persona", "Se envió otra vez la invitación", "Se retiró la invitación", ramiro.Name })
        {
            Assert.Contains(words, trail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Others_have_no_way_in_and_what_is_not_there_is_not_found()
    {
        var id = (await app.InvitedAsync(email, Role.Contributor, null)).Id;
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Contributor().Apart()));
        Assert.Equal(HttpStatusCode.Forbidden, (await lucia.VisitAsync(List)).Status);
        foreach (var act in new[] { "reenviar", "retirar" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(lucia, $"{List}/{id}/{act}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(admin, $"{List}/999999/{act}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await admin.VisitAsync($"{List}/999999/retirar")).Status);
        Assert.NotEmpty(await RowAsync());
    }

    [Fact]
    public async Task An_address_that_is_not_of_the_entity_is_confirmed_and_what_is_confirmed_is_that_address()
    {
        Assert.Contains("se toma por institucional el que termina en .gov.co", (await admin.VisitAsync("/admin/personas/invitar")).Text(".notice"),
            StringComparison.Ordinal);
        var (wanted, other) = ($"{Guid.NewGuid():N}@correo.example", $"{Guid.NewGuid():N}@correo.example");
        var asked = await InviteAsync(wanted);
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("El correo no es institucional", asked.Text(".errors"), StringComparison.Ordinal);
        Assert.Equal(wanted, asked.Page.QuerySelector("input[name=Confirmed]")!.GetAttribute("value"));
        Assert.Equal("Nueva Persona", asked.Page.QuerySelector("input[name=Name]")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.OK, (await InviteAsync(other, wanted)).Status);
        Assert.Equal("/admin/personas", (await InviteAsync(wanted, wanted)).Location);

        await using var db = app.Db();
        Assert.Equal([wanted], await db.Invitations.Where(one => one.Email == wanted || one.Email == other).Select(one => one.Email)
            .ToListAsync(TestContext.Current.CancellationToken));
        Assert.Contains("No es institucional", await RowAsync(wanted), StringComparison.Ordinal);
        var id = await IdAsync(wanted);
        Assert.Contains("a un correo que no es institucional", (await admin.VisitAsync($"/admin/bitacora?sobre=invitation/{id}")).Text("table"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_domains_are_configured_they_count_and_what_looks_like_them_does_not()
    {
        await using var node = await app.JoinAsync(("Site:MailDomains:0", "habitat.example.gov.co"), ("Site:MailDomains:1", "@pruebas.example"));
        using var there = await node.SignInAsync(ramiro);
        Assert.Null((await there.VisitAsync("/admin/personas/invitar")).Page.QuerySelector(".notice"));
        foreach (var (domain, isOwn) in new[]
        {
            ("habitat.example.gov.co", true), ("Sur.Habitat.example.gov.co", true), ("pruebas.example", true), ("example.gov.co", false),
            ("otrahabitat.example.gov.co", false), ("habitat.example.gov.co.example", false),
        })
        {
            var answer = await InviteAsync($"{Guid.NewGuid():N}@{domain}", null, there);
            Assert.True(answer.Location == (isOwn ? "/admin/personas" : null), domain);
        }
    }

    /// <summary>Sends a form with its token and nothing else.</summary>
    private static async Task<Answer> PostAsync(Visitor visitor, string path) => await visitor.SendFormAsync(path, await visitor.VisitAsync("/salir"));

    private Task<Answer> InviteAsync(string address, string? confirmed = null, Visitor? by = null) => (by ?? admin).PostFormAsync("/admin/personas/invitar",
        ("Name", "Nueva Persona"), ("Email", address), ("GivenRole", "Reviewer"), ("UnitId", $"{Cast.Habitat}"), ("Confirmed", confirmed));

    private async Task<string> RowAsync(string? of = null) => (await admin.VisitAsync(List)).Page.QuerySelectorAll("tbody tr")
        .FirstOrDefault(row => row.TextContent.Contains(of ?? email, StringComparison.Ordinal))?.TextContent ?? "";

    private async Task<int> IdAsync(string? of = null)
    {
        await using var db = app.Db();
        var address = of ?? email;
        return await db.Invitations.Where(invitation => invitation.Email == address).Select(invitation => invitation.Id)
            .SingleAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> LinkAsync() => LetterBox.PathIn(await LetterBox.NewestAsync(app, email));
}
