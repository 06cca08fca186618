using System.Net;
using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests;

/// <summary>The host of the tests itself: what everything else stands on.</summary>
public sealed class AppHostTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task The_program_answers_on_its_own_database()
    {
        var lucia = await app.SeedAsync(Cast.Contributor());
        await using var db = app.Db();
        var read = await db.People.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(lucia.Email, read.Email);
        Assert.True(read.Has(Role.Contributor));
        using var visitor = await app.SignInAsync(lucia);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/no-existe")).Status);
    }

    [Fact]
    public async Task Hosts_do_not_share_data()
    {
        await using var other = await AppHost.StartAsync();
        await using var db = other.Db();
        Assert.Empty(await db.People.ToListAsync(TestContext.Current.CancellationToken));
    }
}
