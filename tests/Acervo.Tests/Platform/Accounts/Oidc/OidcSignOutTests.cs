using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Platform.Accounts.Oidc;

/// <summary>Leaving, on both sides: ours ends the provider's session, and the provider's word ends ours.</summary>
public sealed class OidcSignOutTests(OidcRefusalTests.Site site) : IClassFixture<OidcRefusalTests.Site>
{
    private readonly TestProvider provider = site.Provider;

    public static TheoryData<string> Spoils => ["iss", "aud", "exp", "events", "nonce", "no one", "forged", "none"];

    [Fact]
    public async Task Leaving_ends_the_session_here_and_goes_on_to_end_the_one_there()
    {
        using var visitor = await EnterAsync("sesion-de-salida");
        var left = await visitor.PostFormAsync("/salir");
        Assert.Equal("/salir/externo", left.Location);
        var page = await visitor.VisitAsync(left.Location!);
        Assert.Equal("0; url=/salir/externo?ir=1", Assert.Single(page.Response.Headers.GetValues("Refresh")));
        var onward = await visitor.VisitAsync(page.Href("Cerrar también esa sesión")!);
        Assert.StartsWith(provider.Issuer + "/end?", onward.Location, StringComparison.Ordinal);
        var returned = await visitor.VisitAsync(new Uri((await visitor.VisitAsync(onward.Location!)).Location!).PathAndQuery);
        Assert.Equal("/", returned.Location);
        await AssertOutAsync(visitor);
        Assert.Equal("/", (await visitor.VisitAsync("/salir/oidc?state=https%3A%2F%2Fmalo.example")).Location);
    }

    [Fact]
    public async Task Whoever_came_with_a_password_leaves_without_the_provider()
    {
        using var visitor = site.App.CreateClient();
        await visitor.PostFormAsync("/entrar", ("Email", Cast.Contributor().Email), ("Password", Cast.Passphrase));
        Assert.Equal("/", (await visitor.PostFormAsync("/salir")).Location);
    }

    [Fact]
    public async Task A_frame_of_the_provider_ends_the_session_it_names_and_no_other()
    {
        using var ended = await EnterAsync("sesion-del-marco");
        using var other = await EnterAsync("sesion-que-sigue");
        using var foreign = site.App.CreateClient();
        await foreign.VisitAsync($"/salir/aviso?iss={Uri.EscapeDataString(provider.Issuer)}&sid=no-existe");
        await foreign.VisitAsync("/salir/aviso?iss=https%3A%2F%2Fotro.example&sid=sesion-del-marco");
        await foreign.VisitAsync("/salir/aviso");
        await AssertInAsync(ended);
        var heard = await foreign.VisitAsync($"/salir/aviso?iss={Uri.EscapeDataString(provider.Issuer)}&sid=sesion-del-marco");
        Assert.Equal((HttpStatusCode.OK, true), (heard.Status, heard.Response.Headers.CacheControl!.NoStore));
        await AssertOutAsync(ended);
        await AssertInAsync(other);
    }

    [Fact]
    public async Task A_signed_word_between_servers_ends_the_session_and_is_in_the_trail()
    {
        using var visitor = await EnterAsync("sesion-del-servidor");
        await using var db = site.App.Db();
        var last = await db.Database.SqlQuery<long>($"SELECT max(id)::bigint AS \"Value\" FROM app.audit").SingleAsync(TestContext.Current.CancellationToken);
        var word = provider.LogoutToken();
        Assert.Equal(HttpStatusCode.OK, await SendAsync(word));
        await AssertOutAsync(visitor);
        Assert.Equal(1, await db.Database.SqlQuery<int>($"""
            SELECT count(*)::int AS "Value" FROM app.audit a JOIN app.people p ON a.subject = 'person/' || p.id
            WHERE a.verb = 'session.ended-outside' AND p.email = {Cast.Contributor().Email} AND a.person_id = p.id AND a.id > {last}
            """).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_word_that_names_a_session_ends_those_of_that_person_whose_name_was_never_told()
    {
        provider.Spoil = claims => claims.Remove("sid");
        using var nameless = await EnterAsync("sin-nombre");
        provider.Spoil = _ => { };
        using var named = await EnterAsync("con-otro-nombre");
        var word = provider.LogoutToken(claims => claims["sid"] = "la-de-otro-equipo");
        Assert.Equal(HttpStatusCode.OK, await SendAsync(word));
        await AssertOutAsync(nameless);
        await AssertInAsync(named);
    }

    [Fact]
    public async Task A_word_about_a_person_ends_all_that_came_that_way_before_it_and_nothing_after()
    {
        using var first = await EnterAsync("una");
        using var second = await EnterAsync("otra");
        using var byPassword = site.App.CreateClient();
        await byPassword.PostFormAsync("/entrar", ("Email", Cast.Contributor().Email), ("Password", Cast.Passphrase));
        var word = provider.LogoutToken(claims => claims.Remove("sid"));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(word));
        await AssertOutAsync(first);
        await AssertOutAsync(second);
        await AssertInAsync(byPassword);
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);
        using var later = await EnterAsync("posterior");
        Assert.Equal(HttpStatusCode.OK, await SendAsync(word));
        await AssertInAsync(later);
    }

    [Theory]
    [MemberData(nameof(Spoils))]
    public async Task A_word_that_is_not_the_providers_ends_nothing(string spoil)
    {
        using var visitor = await EnterAsync($"sesion-intacta-{spoil}");
        var token = spoil switch
        {
            "iss" => provider.LogoutToken(claims => claims["iss"] = "https://otro.example"),
            "aud" => provider.LogoutToken(claims => claims["aud"] = "otro-programa"),
            "exp" => provider.LogoutToken(claims => claims["exp"] = 1000),
            "events" => provider.LogoutToken(claims => claims.Remove("events")),
            "nonce" => provider.LogoutToken(claims => claims["nonce"] = "un id_token no es una despedida"),
            "no one" => provider.LogoutToken(claims =>
            {
                claims.Remove("sid");
                claims.Remove("sub");
            }),
            "forged" => provider.LogoutToken()[..^8] + "AAAAAAAA",
            _ => Unsigned(provider.LogoutToken()),
        };
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(token));
        await AssertInAsync(visitor);
    }

    private static string Unsigned(string token) => $"{TestProvider.Encode(new JsonObject { ["alg"] = "none" })}.{token.Split('.')[1]}.";

    private async Task<Visitor> EnterAsync(string session)
    {
        provider.Session = session;
        var visitor = site.App.CreateClient();
        await visitor.FollowAsync("/entrar/externo");
        await AssertInAsync(visitor);
        return visitor;
    }

    private async Task<HttpStatusCode> SendAsync(string token)
    {
        using var server = site.App.CreateClient();
        return (await server.PostAsync("/salir/aviso", [KeyValuePair.Create("logout_token", token)])).Status;
    }

    private static async Task AssertInAsync(Visitor visitor) => Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/cuenta")).Status);

    private static async Task AssertOutAsync(Visitor visitor) =>
        Assert.StartsWith("/entrar", (await visitor.VisitAsync("/cuenta")).Location, StringComparison.Ordinal);
}
