using System.Net;
using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Accounts;

/// <summary>Taking an invitation: once, in time, as what was offered and nothing else.</summary>
public sealed class AcceptTests(AppHost app) : IClassFixture<AppHost>
{
    private const string NewPassphrase = "cuatro nubes bajas en Chingaza";

    [Fact]
    public async Task The_invited_person_is_in_with_the_role_and_the_unit_offered()
    {
        var path = await InviteAsync("ana.lozano@example.gov.co", Role.Liaison, Cast.Movilidad);
        using var visitor = app.CreateClient();
        var page = await visitor.VisitAsync(path);
        Assert.Contains("ana.lozano@example.gov.co, como enlace distrital de Agencia de Movilidad de Pruebas", page.Text("main"), StringComparison.Ordinal);

        var answer = await visitor.SendFormAsync(
            path, page, ("Name", "Ana Lozano Ruiz"), ("Password", NewPassphrase), ("Email", "otra@example.gov.co"), ("Role", "Administrator"),
            ("GivenRole", "Administrator"), ("Id", "1"));

        Assert.Equal("/inicio", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/cuenta")).Status);
        await using var db = app.Db();
        var ana = await db.People.SingleAsync(person => person.Email == "ana.lozano@example.gov.co", TestContext.Current.CancellationToken);
        var grant = Assert.Single(ana.Grants);
        Assert.Equal((Role.Liaison, Cast.Movilidad, Cast.Movilidad, "Ana Lozano Ruiz"), (grant.Role, grant.UnitId, ana.UnitId, ana.Name));
    }

    [Fact]
    public async Task Of_a_hundred_who_take_it_at_once_one_does()
    {
        var path = await InviteAsync("carrera@example.gov.co", Role.Contributor, null);
        using var visitor = app.CreateClient();
        var page = await visitor.VisitAsync(path);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            visitor.SendFormAsync(path, page, ("Name", $"Persona {i}"), ("Password", $"{NewPassphrase} {i}"))));

        Assert.Single(answers, answer => answer.Location == "/inicio");
        Assert.Equal(99, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        await using var db = app.Db();
        Assert.Equal(1, await db.People.CountAsync(person => person.NormalizedEmail == "CARRERA@EXAMPLE.GOV.CO", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_bad_passphrase_does_not_use_it_up()
    {
        var path = await InviteAsync("paciente@example.gov.co", Role.Contributor, null);
        using var visitor = app.CreateClient();
        Assert.Contains("al menos 12", (await visitor.PostFormAsync(path, ("Name", "Paz"), ("Password", "corta"))).Text(".errors"), StringComparison.Ordinal);
        Assert.Contains("de las primeras", (await visitor.PostFormAsync(path, ("Name", "Paz"), ("Password", "Contraseña 1234"))).Text(".errors"),
            StringComparison.Ordinal);
        Assert.Contains("su correo", (await visitor.PostFormAsync(path, ("Name", "Paz"), ("Password", "paciente@example.gov.co"))).Text(".errors"),
            StringComparison.Ordinal);
        Assert.Equal("/inicio", (await visitor.PostFormAsync(path, ("Name", "Paz"), ("Password", NewPassphrase))).Location);
    }

    [Fact]
    public async Task A_used_an_invented_and_an_expired_link_say_so()
    {
        await using var host = await AppHost.StartAsync();
        using var visitor = host.CreateClient();
        var path = await InviteAsync("tarde@example.gov.co", Role.Contributor, null, host);
        var opened = await visitor.VisitAsync(path);
        await using var db = host.Db();
        await db.Invitations.ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, one => one.ExpiresAt.AddDays(-7.01)),
            TestContext.Current.CancellationToken);
        // The clock of the node says otherwise, and is not asked.
        host.Clock.Advance(TimeSpan.FromDays(-8));
        var late = await visitor.SendFormAsync(path, opened, ("Name", "Tarde"), ("Password", NewPassphrase));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Este enlace de invitación ya se usó, venció o se retiró.", late.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.VisitAsync("/invitacion/inventada")).Status);
    }

    [Fact]
    public async Task A_second_invitation_replaces_the_first()
    {
        var first = await InviteAsync("doble@example.gov.co", Role.Contributor, null);
        var second = await InviteAsync("Doble@example.gov.co", Role.Reviewer, null);
        using var visitor = app.CreateClient();
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.VisitAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync(second)).Status);
    }

    private async Task<string> InviteAsync(string email, Role role, int? unit, AppHost? host = null)
    {
        await using var scope = (host ?? app).Services.CreateAsyncScope();
        var invitations = scope.ServiceProvider.GetRequiredService<Invitations>();
        return new Uri(await invitations.InviteAsync(new InvitationRequest("Por confirmar", email, role, unit), null,
            TestContext.Current.CancellationToken)).PathAndQuery;
    }
}
