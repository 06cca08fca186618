using System.Net;
using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Accounts;

/// <summary>Strangers who guess close an account to strangers only; a browser in which its owner entered before has tries of its own, and few.</summary>
public sealed class KnownDeviceTests(KnownDeviceTests.Host host) : IClassFixture<KnownDeviceTests.Host>, IAsyncLifetime
{
    private const string NewPassphrase = "cuatro nubes bajas en Chingaza";

    private readonly AppHost app = host.App;
    private Person lucia = null!;

    public async ValueTask InitializeAsync()
    {
        await using var db = app.Db();
        await db.Database.ExecuteSqlAsync($"DELETE FROM app.tries", TestContext.Current.CancellationToken);
        lucia = await app.SeedAsync(Cast.Contributor().Apart());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Strangers_close_the_account_and_their_network_and_its_owner_enters_where_she_entered_before()
    {
        using var own = await KnownAsync();
        await CloseAsync();
        for (var i = 0; i < 8; i++)
        {
            await TryAsync(null, $"nadie{i}@example.gov.co");
        }

        Assert.Equal(HttpStatusCode.Conflict, (await TryAsync(null, lucia.Email)).Status);
        Assert.Equal("/inicio", (await TryAsync(own, lucia.Email)).Location);
        // That she entered does not give the strangers new tries.
        Assert.Equal(HttpStatusCode.Conflict, (await TryAsync(null, lucia.Email)).Status);
    }

    [Fact]
    public async Task A_stolen_cookie_gives_three_tries_and_spends_nobody_elses()
    {
        using var own = await KnownAsync();
        using var other = await KnownAsync();
        using var thief = app.CreateClient();
        thief.SetCookie("equipo", own.Cookie("equipo")!);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("El correo o la contraseña no coinciden.", (await TryAsync(thief, lucia.Email, "adivinando con lo robado")).Text(".errors li"));
        }

        var refused = await TryAsync(thief, lucia.Email, Cast.Passphrase);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Hubo demasiados intentos.", refused.Text("main"), StringComparison.Ordinal);
        Assert.StartsWith("/entrar", (await thief.VisitAsync("/cuenta")).Location, StringComparison.Ordinal);
        Assert.Equal("/inicio", (await TryAsync(other, lucia.Email)).Location);
        Assert.Equal("/inicio", (await TryAsync(null, lucia.Email)).Location);
    }

    [Fact]
    public async Task Another_password_makes_every_other_browser_a_stranger()
    {
        using var left = await KnownAsync();
        using var here = await KnownAsync();
        await here.PostFormAsync("/cuenta/clave", ("Current", Cast.Passphrase), ("Password", NewPassphrase));
        await CloseAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await TryAsync(left, lucia.Email, NewPassphrase)).Status);
        Assert.Equal("/inicio", (await TryAsync(here, lucia.Email, NewPassphrase)).Location);
    }

    [Fact]
    public async Task A_change_of_role_does_not_make_a_browser_a_stranger()
    {
        using var own = await KnownAsync();
        await using (var db = app.Db())
        {
            (await db.People.SingleAsync(person => person.Id == lucia.Id, TestContext.Current.CancellationToken)).Grant(Role.Liaison, null, by: null);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await CloseAsync();
        Assert.Equal("/inicio", (await TryAsync(own, lucia.Email)).Location);
    }

    [Fact]
    public async Task What_is_known_of_one_account_is_worth_nothing_for_another_and_a_forged_cookie_for_none()
    {
        var nelson = await app.SeedAsync(Cast.Stranger().Apart());
        using var his = app.CreateClient();
        Assert.Equal("/inicio", (await TryAsync(his, nelson.Email)).Location);
        await CloseAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await TryAsync(his, lucia.Email)).Status);
        using var forger = app.CreateClient();
        forger.SetCookie("equipo", "CfDJ8-cualquier-cosa");
        Assert.Equal(HttpStatusCode.Conflict, (await TryAsync(forger, lucia.Email)).Status);
    }

    [Fact]
    public async Task People_who_share_a_browser_are_all_known_in_it()
    {
        var nelson = await app.SeedAsync(Cast.Stranger().Apart());
        using var shared = await KnownAsync();
        await TryAsync(shared, nelson.Email);
        await CloseAsync();
        Assert.Equal("/inicio", (await TryAsync(shared, lucia.Email)).Location);
    }

    [Fact]
    public async Task Whoever_receives_the_letter_enters_although_strangers_go_on()
    {
        await CloseAsync();
        using var visitor = app.CreateClient();
        await visitor.PostFormAsync("/recuperar", ("Email", lucia.Email));
        var path = LetterBox.PathIn(await LetterBox.NewestAsync(app, lucia.Email));
        Assert.Equal("/entrar", (await visitor.PostFormAsync(path, ("Password", NewPassphrase))).Location);
        Assert.Equal("/inicio", (await TryAsync(visitor, lucia.Email, NewPassphrase)).Location);
    }

    [Fact]
    public async Task Strangers_keep_nobody_from_changing_the_password_and_a_session_has_three_tries_of_it()
    {
        using var own = await app.SignInAsync(lucia);
        await CloseAsync();
        for (var i = 0; i < 2; i++)
        {
            await own.PostFormAsync("/cuenta/clave", ("Current", "no es la mía, seguro"), ("Password", NewPassphrase));
        }

        Assert.Equal("/cuenta", (await own.PostFormAsync("/cuenta/clave", ("Current", Cast.Passphrase), ("Password", NewPassphrase))).Location);
        for (var i = 0; i < 3; i++)
        {
            await own.PostFormAsync("/cuenta/clave", ("Current", "no es la mía, seguro"), ("Password", Cast.Passphrase));
        }

        Assert.Equal(HttpStatusCode.Conflict,
            (await own.PostFormAsync("/cuenta/clave", ("Current", NewPassphrase), ("Password", Cast.Passphrase))).Status);
    }

    [Fact]
    public async Task Whoever_has_the_password_and_guesses_the_code_does_not_close_the_telephone_of_the_owner()
    {
        using var desk = await app.SignInAsync(lucia);
        var (phone, _) = await Phone.PairAsync(app, desk);
        using var thief = app.CreateClient();
        Assert.StartsWith("/entrar/codigo", (await TryAsync(thief, lucia.Email)).Location, StringComparison.Ordinal);
        Assert.Null(thief.Cookie("equipo"));
        for (var i = 0; i < 3; i++)
        {
            await thief.PostFormAsync("/entrar/codigo", ("Code", "000000"));
        }

        Assert.Equal(HttpStatusCode.Conflict, (await thief.PostFormAsync("/entrar/codigo", ("Code", phone.NextCode()))).Status);
        await TryAsync(desk, lucia.Email);
        Assert.Equal("/inicio", (await desk.PostFormAsync("/entrar/codigo", ("Code", phone.NextCode()))).Location);
    }

    /// <summary>A browser in which she entered before, by the page.</summary>
    private async Task<Visitor> KnownAsync()
    {
        var visitor = app.CreateClient();
        Assert.Equal("/inicio", (await TryAsync(visitor, lucia.Email)).Location);
        return visitor;
    }

    /// <summary>Strangers guess until nobody they resemble is let in.</summary>
    private async Task CloseAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await TryAsync(null, lucia.Email, $"intento equivocado {i}")).Status);
        }

        Assert.Equal(HttpStatusCode.Conflict, (await TryAsync(null, lucia.Email)).Status);
    }

    private async Task<Answer> TryAsync(Visitor? visitor, string email, string password = Cast.Passphrase)
    {
        using var stranger = visitor is null ? app.CreateClient() : null;
        return await (visitor ?? stranger!).PostFormAsync("/entrar", ("Email", email), ("Password", password));
    }

    /// <summary>Closes an account, or a known browser, after three tries and a network address after eight.</summary>
    public sealed class Host() : SharedHost(("Accounts:TriesPerAccount", "3"), ("Accounts:TriesPerAddress", "8"));
}
