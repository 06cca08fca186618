using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Accounts;

/// <summary>Sessions begin anew and end everywhere: a stolen cookie is worth five seconds at most.</summary>
public sealed class SessionTests(SessionTests.TwoNodes nodes) : IClassFixture<SessionTests.TwoNodes>
{
    private readonly AppHost app = nodes.App;

    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    public static TheoryData<string> WaysToEnd => ["logout", "disable", "role loss", "password change", "other sessions closed", "password reset"];

    [Theory]
    [MemberData(nameof(WaysToEnd))]
    public async Task A_stolen_cookie_is_dead_on_every_node_within_five_seconds(string way)
    {
        var person = await app.SeedAsync(Cast.Reviewer().Apart());
        using var owner = await app.SignInAsync(person);
        using var laptop = await app.SignInAsync(person);
        var stolen = (way == "logout" ? owner : laptop).Cookie("acervo")!;
        Assert.Equal(HttpStatusCode.OK, await UseAsync(app, stolen));
        Assert.Equal(HttpStatusCode.OK, await UseAsync(nodes.Second, stolen));

        await EndAsync(app, owner, person, way);
        app.Clock.Advance(FiveSeconds);

        Assert.Equal(HttpStatusCode.Redirect, await UseAsync(app, stolen));
        Assert.Equal(HttpStatusCode.Redirect, await UseAsync(nodes.Second, stolen));
    }

    [Fact]
    public async Task Signing_in_gives_a_new_session_and_ends_the_one_the_browser_had()
    {
        var lucia = await app.SeedAsync(Cast.Contributor());
        using var visitor = await app.SignInAsync(lucia);
        var planted = visitor.Cookie("acervo")!;
        await visitor.PostFormAsync("/entrar", ("Email", lucia.Email), ("Password", Cast.Passphrase));

        Assert.NotEqual(planted, visitor.Cookie("acervo"));
        app.Clock.Advance(FiveSeconds);
        Assert.Equal(HttpStatusCode.Redirect, await UseAsync(app, planted));
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/cuenta")).Status);
    }

    [Fact]
    public async Task A_cookie_of_one_installation_is_nothing_in_another()
    {
        await using var elsewhere = await AppHost.StartAsync();
        var lucia = await elsewhere.SeedAsync(Cast.Contributor());
        using var visitor = await elsewhere.SignInAsync(lucia);
        Assert.Equal(HttpStatusCode.Redirect, await UseAsync(app, visitor.Cookie("acervo")!));
    }

    [Fact]
    public async Task A_session_ends_after_ten_idle_hours_and_after_seven_days()
    {
        await using var host = await AppHost.StartAsync();
        var lucia = await host.SeedAsync(Cast.Contributor());
        using var idle = await host.SignInAsync(lucia);
        host.Clock.Advance(TimeSpan.FromHours(10.1));
        Assert.Equal(HttpStatusCode.Redirect, (await idle.VisitAsync("/cuenta")).Status);

        using var busy = await host.SignInAsync(lucia);
        for (var hours = 0; hours < 24 * 7; hours += 8)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.VisitAsync("/cuenta")).Status);
            host.Clock.Advance(TimeSpan.FromHours(8));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await busy.VisitAsync("/cuenta")).Status);
    }

    [Fact]
    public async Task Leaving_needs_the_form_and_opening_the_page_changes_nothing()
    {
        var lucia = await app.SeedAsync(Cast.Somebody("Olga Nieto", "olga.nieto@example.gov.co", null, Role.Contributor));
        using var visitor = await app.SignInAsync(lucia);
        await visitor.VisitAsync("/salir");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/salir", [])).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/cuenta")).Status);
        Assert.Equal("/", (await visitor.PostFormAsync("/salir")).Location);
        Assert.Null(visitor.Cookie("acervo"));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge en Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36", "Chrome en Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1",
        "Safari en iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox en Linux")]
    public async Task A_session_is_recognised_by_its_browser_and_system(string agent, string words)
    {
        var rosa = await app.SeedAsync(Cast.Somebody("Rosa Tovar", $"{Guid.NewGuid():N}@example.gov.co", null, Role.Contributor));
        using var visitor = app.CreateClient();
        visitor.Http.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        await visitor.PostFormAsync("/entrar", ("Email", rosa.Email), ("Password", Cast.Passphrase));
        Assert.StartsWith(words, (await visitor.VisitAsync("/cuenta/sesiones")).Text("tbody th"), StringComparison.Ordinal);
    }

    private static async Task EndAsync(AppHost host, Visitor owner, Person person, string way)
    {
        await using var db = host.Db();
        var row = await db.People.FindAsync([person.Id], TestContext.Current.CancellationToken);
        switch (way)
        {
            case "logout": await owner.PostFormAsync("/salir"); return;
            case "disable": row!.Disable(host.Clock.GetUtcNow().UtcDateTime, null); break;
            case "role loss": row!.Revoke(Role.Reviewer, null, null); break;
            case "other sessions closed": Assert.Equal("/cuenta", (await owner.PostFormAsync("/cuenta/sesiones")).Location); return;
            case "password reset": await LetterBox.ResetAsync(host, person, "otra frase larga y nueva"); return;
            default:
                Assert.Equal("/cuenta", (await owner.PostFormAsync("/cuenta/clave", ("Current", Cast.Passphrase),
                    ("Password", "otra frase larga y nueva"))).Location);
                Assert.Equal(HttpStatusCode.OK, (await owner.VisitAsync("/cuenta")).Status);
                return;
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> UseAsync(AppHost node, string cookie)
    {
        using var thief = node.CreateClient();
        thief.SetCookie("acervo", cookie);
        return (await thief.VisitAsync("/cuenta")).Status;
    }

    /// <summary>Two nodes over one database, and so the same sessions.</summary>
    public sealed class TwoNodes : SharedHost
    {
        public AppHost Second { get; private set; } = null!;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Second = await App.JoinAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await Second.DisposeAsync();
            await base.DisposeAsync();
        }
    }
}
