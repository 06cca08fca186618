using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Accounts;

/// <summary>Choosing another password through a letter.</summary>
public sealed class RecoveryTests(AppHost app) : IClassFixture<AppHost>
{
    private const string NewPassphrase = "cuatro nubes bajas en Chingaza";

    [Fact]
    public async Task The_letters_link_changes_the_password_once()
    {
        var lucia = await app.SeedAsync(Cast.Contributor());
        using var visitor = app.CreateClient();
        await visitor.PostFormAsync("/recuperar", ("Email", lucia.Email));
        var letter = await LetterBox.NewestAsync(app, lucia.Email);
        var path = LetterBox.PathIn(letter);

        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync(path)).Status);
        var opened = await visitor.VisitAsync(path);
        Assert.Contains("al menos 12 caracteres", (await visitor.SendFormAsync(path, opened, ("Password", "corta"))).Text(".errors"), StringComparison.Ordinal);
        Assert.Equal("/entrar", (await visitor.SendFormAsync(path, opened, ("Password", NewPassphrase))).Location);
        var again = await visitor.SendFormAsync(path, opened, ("Password", "otra frase distinta y larga"));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("Este enlace ya se usó o venció.", again.Text("main"), StringComparison.Ordinal);
        Assert.Equal("/inicio", (await visitor.PostFormAsync("/entrar", ("Email", lucia.Email), ("Password", NewPassphrase))).Location);
    }

    [Fact]
    public async Task The_page_answers_the_same_for_an_address_that_nobody_has_and_writes_to_nobody()
    {
        await using var host = await AppHost.StartAsync();
        var lucia = await host.SeedAsync(Cast.Contributor());
        using var visitor = host.CreateClient();
        var known = await visitor.PostFormAsync("/recuperar", ("Email", lucia.Email));
        var unknown = await visitor.PostFormAsync("/recuperar", ("Email", "nadie@example.gov.co"));

        Assert.Equal(known.Status, unknown.Status);
        Assert.Equal(known.Text("main"), unknown.Text("main"));
        Assert.Equal(known.Response.Headers.Select(header => header.Key).Order(), unknown.Response.Headers.Select(header => header.Key).Order());
        await LetterBox.NewestAsync(host, lucia.Email);
        await using var db = host.Db();
        Assert.Equal(1, await db.Set<Letter>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_link_expires_after_an_hour()
    {
        await using var host = await AppHost.StartAsync();
        var lucia = await host.SeedAsync(Cast.Contributor());
        using var visitor = host.CreateClient();
        await visitor.PostFormAsync("/recuperar", ("Email", lucia.Email));
        var path = LetterBox.PathIn(await LetterBox.NewestAsync(host, lucia.Email));
        await using var db = host.Db();
        await db.Set<PasswordReset>().ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, one => one.ExpiresAt.AddMinutes(-61)),
            TestContext.Current.CancellationToken);
        // The clock of the node says otherwise, and is not asked.
        host.Clock.Advance(TimeSpan.FromHours(-2));
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.VisitAsync(path)).Status);
    }

    [Fact]
    public async Task Somebody_elses_host_name_never_gets_into_a_letter()
    {
        await using var host = await AppHost.StartAsync();
        var lucia = await host.SeedAsync(Cast.Contributor());
        using var visitor = host.CreateClient();
        var page = await visitor.VisitAsync("/recuperar");
        visitor.Http.DefaultRequestHeaders.Host = "robo.example";
        visitor.Http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", page.Response.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0])));
        var answer = await visitor.SendFormAsync("/recuperar", page, ("Email", lucia.Email));
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.Status);
        Assert.DoesNotContain("robo.example", (await LetterBox.NewestAsync(host, lucia.Email)).Body, StringComparison.Ordinal);
    }
}
