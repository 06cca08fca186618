using System.Net;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Accounts;

/// <summary>The second factor: set up, asked for, used once, and required of those who decide.</summary>
public sealed class SecondFactorTests(SecondFactorTests.Host host) : IClassFixture<SecondFactorTests.Host>
{
    private readonly AppHost app = host.App;

    [Fact]
    public async Task After_pairing_the_password_alone_opens_nothing_and_the_code_does()
    {
        var mateo = await app.SeedAsync(Cast.Reviewer().Apart());
        using var desk = await app.SignInAsync(mateo);
        var (phone, codes) = await Phone.PairAsync(app, desk);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await desk.VisitAsync("/cuenta")).Status);

        using var visitor = app.CreateClient();
        Assert.Equal("/entrar/codigo?volver=%2Fcuenta", (await PasswordAsync(visitor, mateo)).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.VisitAsync("/cuenta")).Status);
        Assert.Null(visitor.Cookie("acervo"));
        Assert.Equal("/cuenta", (await visitor.PostFormAsync("/entrar/codigo?volver=%2Fcuenta", ("Code", phone.NextCode()))).Location);
        Assert.Contains("Activa", (await visitor.VisitAsync("/cuenta")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_once_even_for_two_at_the_same_time()
    {
        var mateo = await app.SeedAsync(Cast.Reviewer().Apart());
        using var desk = await app.SignInAsync(mateo);
        var (phone, _) = await Phone.PairAsync(app, desk);
        var code = phone.NextCode();
        var visitors = Enumerable.Range(0, 5).Select(_ => app.CreateClient()).ToList();
        foreach (var visitor in visitors)
        {
            await PasswordAsync(visitor, mateo);
        }

        var answers = await Task.WhenAll(visitors.Select(visitor => visitor.PostFormAsync("/entrar/codigo", ("Code", code))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.Equal(4, answers.Count(answer => answer.Text(".errors").Contains("no coincide o ya se usó", StringComparison.Ordinal)));
        visitors.ForEach(visitor => visitor.Dispose());
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var mateo = await app.SeedAsync(Cast.Reviewer().Apart());
        using var desk = await app.SignInAsync(mateo);
        var (_, codes) = await Phone.PairAsync(app, desk);

        using var visitor = app.CreateClient();
        await PasswordAsync(visitor, mateo);
        Assert.Equal("/inicio", (await visitor.PostFormAsync("/entrar/codigo?con=recuperacion", ("Code", codes[3].ToLowerInvariant()))).Location);
        using var again = app.CreateClient();
        await PasswordAsync(again, mateo);
        Assert.Contains("no coincide o ya se usó", (await again.PostFormAsync("/entrar/codigo?con=recuperacion", ("Code", codes[3]))).Text(".errors"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_pages_are_for_those_who_gave_a_password()
    {
        using var visitor = app.CreateClient();
        Assert.StartsWith("/entrar?", (await visitor.VisitAsync("/entrar/codigo")).Location, StringComparison.Ordinal);
        Assert.StartsWith("/entrar?", (await visitor.VisitAsync("/entrar/codigo?con=recuperacion")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_sets_nothing_and_changing_the_phone_takes_the_old_one()
    {
        var mateo = await app.SeedAsync(Cast.Reviewer().Apart());
        using var desk = await app.SignInAsync(mateo);
        var wrong = await desk.PostFormAsync("/cuenta/segundo-factor", ("Code", "000000"));
        Assert.Contains("El código no coincide.", wrong.Text(".errors"), StringComparison.Ordinal);
        Assert.Contains("Sin activar", (await desk.VisitAsync("/cuenta")).Text("main"), StringComparison.Ordinal);

        var (old, _) = await Phone.PairAsync(app, desk);
        var page = await desk.VisitAsync("/cuenta/segundo-factor");
        var phone = new Phone(app, page.Text("main form li code"));
        var without = await desk.SendFormAsync("/cuenta/segundo-factor", page, ("Code", phone.NextCode()), ("Current", "000000"));
        Assert.Contains("El código del teléfono actual no coincide", without.Text(".errors"), StringComparison.Ordinal);
        var with = await desk.SendFormAsync("/cuenta/segundo-factor", page, ("Current", old.NextCode()), ("Code", phone.NextCode()));
        Assert.Contains("La verificación quedó activa", with.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_those_who_decide_are_led_to_set_it_and_hold_no_role_until_then()
    {
        await using var production = await AppHost.StartAsync("Production");
        var admin = await production.SeedAsync(Cast.Administrator(), Cast.Contributor());
        using var visitor = await production.SignInAsync(admin);

        Assert.Equal("/cuenta/segundo-factor", (await visitor.VisitAsync("/cuenta")).Location);
        Assert.Equal("/cuenta/segundo-factor", (await visitor.VisitAsync("/admin/personas")).Location);
        await Phone.PairAsync(production, visitor);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/admin/personas")).Status);
    }

    [Fact]
    public async Task In_production_an_author_needs_none()
    {
        await using var production = await AppHost.StartAsync("Production");
        using var visitor = await production.SignInAsync(await production.SeedAsync(Cast.Contributor()));
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/cuenta")).Status);
    }

    [Fact]
    public async Task The_secret_and_the_recovery_codes_are_not_readable_in_the_database()
    {
        var mateo = await app.SeedAsync(Cast.Reviewer().Apart());
        using var desk = await app.SignInAsync(mateo);
        var key = (await desk.VisitAsync("/cuenta/segundo-factor")).Text("main form li code").Replace(" ", "", StringComparison.Ordinal);
        await Phone.PairAsync(app, desk);
        await using var db = app.Db();
        var stored = (await db.People.FindAsync([mateo.Id], TestContext.Current.CancellationToken))!.AuthenticatorKey!;
        Assert.True(stored.Length > 60);
        Assert.DoesNotContain(key, stored, StringComparison.Ordinal);
    }

    private static Task<Answer> PasswordAsync(Visitor visitor, Person person) =>
        visitor.PostFormAsync("/entrar?volver=%2Fcuenta", ("Email", person.Email), ("Password", Cast.Passphrase));

    /// <summary>Lets one network address try as often as all these tests together do.</summary>
    public sealed class Host() : SharedHost(("Accounts:TriesPerAddress", "1000"));
}
