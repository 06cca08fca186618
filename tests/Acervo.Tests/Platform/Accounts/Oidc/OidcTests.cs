using System.Net;
using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Platform.Accounts.Oidc;

/// <summary>Signing in with the organisation's identity provider.</summary>
public sealed class OidcTests : IAsyncLifetime
{
    private TestProvider provider = null!;

    public async ValueTask InitializeAsync() => provider = await TestProvider.StartAsync();

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    [Fact]
    public async Task A_person_known_by_a_verified_address_comes_in_and_is_known_by_subject_from_then_on()
    {
        await using var app = await AppHost.StartAsync(provider.Settings());
        var lucia = await app.SeedAsync(Cast.Contributor());
        using var visitor = app.CreateClient();
        Assert.Contains("Entrar con", (await visitor.VisitAsync("/entrar?volver=/cuenta")).Text("main"), StringComparison.Ordinal);
        Assert.Contains(lucia.Name, (await visitor.FollowAsync("/entrar/externo?volver=/cuenta")).Text("main"), StringComparison.Ordinal);

        provider.Spoil = claims => claims["email"] = "otro.correo@example.gov.co";
        using var later = app.CreateClient();
        Assert.Contains(lucia.Email, (await later.FollowAsync("/entrar/externo?volver=/cuenta")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_our_state_is_refused()
    {
        await using var app = await AppHost.StartAsync(provider.Settings());
        await app.SeedAsync(Cast.Contributor());
        using var victim = app.CreateClient();
        Assert.Equal("/entrar?externo=no", (await victim.VisitAsync("/entrar/oidc?code=robado&state=inventado")).Location);
        using var attacker = app.CreateClient();
        var asked = await attacker.VisitAsync("/entrar/externo");
        var answered = await attacker.VisitAsync(asked.Location!);
        Assert.Equal("/entrar?externo=no", (await victim.VisitAsync(new Uri(answered.Location!).PathAndQuery)).Location);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_told_before_and_in_the_middle()
    {
        await using var app = await AppHost.StartAsync(provider.Settings());
        using var visitor = app.CreateClient();
        var asked = await visitor.VisitAsync("/entrar/externo");
        var answered = await visitor.VisitAsync(asked.Location!);
        await provider.StopAsync();
        Assert.Contains("El servicio de identidad no responde", (await visitor.FollowAsync(new Uri(answered.Location!).PathAndQuery)).Text("main"),
            StringComparison.Ordinal);
        await using var fresh = await app.JoinAsync();
        using var other = fresh.CreateClient();
        var told = await other.FollowAsync("/entrar/externo?volver=/cuenta");
        Assert.Contains("El servicio de identidad no responde", told.Text("main"), StringComparison.Ordinal);
        Assert.Equal("/cuenta", told.Page.QuerySelector("input[name=volver]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_unverified_address_a_stranger_and_a_disabled_person_are_refused_with_a_sentence()
    {
        await using var app = await AppHost.StartAsync(provider.Settings());
        await AssertSentenceAsync(app, "No hay una cuenta para su correo.");
        var lucia = Cast.Contributor();
        await app.SeedAsync(lucia);
        provider.Spoil = claims => claims["email_verified"] = false;
        await AssertSentenceAsync(app, "no confirmó su correo");
        provider.Spoil = claims => claims.Remove("email_verified");
        provider.UserInfo["email_verified"] = true;
        await AssertSentenceAsync(app, "no confirmó su correo");
        // Nor does the word of the token vouch for the address of the other answer.
        provider.Spoil = claims => claims.Remove("email");
        (provider.UserInfo["email"], provider.UserInfo["email_verified"]) = (lucia.Email, false);
        await AssertSentenceAsync(app, "no confirmó su correo");
        provider.UserInfo.Remove("email");
        provider.UserInfo.Remove("email_verified");
        provider.Spoil = _ => { };
        await using var db = app.Db();
        (await db.People.SingleAsync(TestContext.Current.CancellationToken)).Disable(app.Clock.GetUtcNow().UtcDateTime, null);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await AssertSentenceAsync(app, "No hay una cuenta para su correo.");
    }

    [Fact]
    public async Task A_newcomer_joins_the_unit_that_the_claim_names_where_that_is_allowed()
    {
        await using var app = await AppHost.StartAsync(provider.Settings(
            ("Accounts:Oidc:AllowNew", "true"), ("Accounts:Oidc:UnitClaim", "oficina"), ("Accounts:Oidc:Units:M-01", "movilidad-pruebas")));
        provider.Spoil = claims => claims["oficina"] = "M-01";
        using var visitor = app.CreateClient();
        Assert.Contains("Agencia de Movilidad de Pruebas", (await visitor.FollowAsync("/entrar/externo?volver=/cuenta")).Text("main"),
            StringComparison.Ordinal);
        await using var db = app.Db();
        var person = await db.People.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((Role.Contributor, Cast.Movilidad), (Assert.Single(person.Grants).Role, person.UnitId));
        Assert.Null(person.PasswordHash);
    }

    [Fact]
    public async Task Our_own_second_factor_is_asked_for_and_user_info_tells_a_missing_address()
    {
        await using var app = await AppHost.StartAsync(provider.Settings());
        var lucia = await app.SeedAsync(Cast.Contributor());
        using var desk = await app.SignInAsync(lucia);
        await Phone.PairAsync(app, desk);
        provider.Spoil = claims => claims.Remove("email");
        (provider.UserInfo["sub"], provider.UserInfo["email"], provider.UserInfo["email_verified"]) = ("persona-7", lucia.Email, true);
        using var visitor = app.CreateClient();
        Assert.Contains("Código de verificación", (await visitor.FollowAsync("/entrar/externo")).Text("h1"), StringComparison.Ordinal);
        Assert.Null(visitor.Cookie("acervo"));

        provider.UserInfo["sub"] = "otra-persona";
        using var other = app.CreateClient();
        Assert.Contains("No pudimos comprobar quién es usted", (await other.FollowAsync("/entrar/externo")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_keys_of_the_provider_are_learned_without_a_restart()
    {
        await using var app = await AppHost.StartAsync(provider.Settings());
        var lucia = await app.SeedAsync(Cast.Contributor());
        using var visitor = app.CreateClient();
        await visitor.FollowAsync("/entrar/externo?volver=/cuenta");
        provider.KeyId = "llave-2";
        app.Clock.Advance(TimeSpan.FromMinutes(1.5));
        using var later = app.CreateClient();
        Assert.Contains(lucia.Name, (await later.FollowAsync("/entrar/externo?volver=/cuenta")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_configuration_there_is_no_such_door()
    {
        await using var app = await AppHost.StartAsync();
        using var visitor = app.CreateClient();
        Assert.DoesNotContain("Entrar con", (await visitor.VisitAsync("/entrar")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/entrar/externo")).Status);
    }

    private static async Task AssertSentenceAsync(AppHost app, string sentence)
    {
        using var visitor = app.CreateClient();
        var answer = await visitor.FollowAsync("/entrar/externo");
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains(sentence, answer.Text("main"), StringComparison.Ordinal);
        Assert.Null(visitor.Cookie("acervo"));
    }
}
