using Acervo.Modules.Accounts;
using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Accounts;

/// <summary>The nightly sweep takes what is dead and leaves what is alive.</summary>
public sealed class SweepAccountsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Dead_sessions_go_and_live_ones_stay()
    {
        var lucia = await app.SeedAsync(Cast.Contributor());
        using var old = await app.SignInAsync(lucia);
        app.Clock.Advance(TimeSpan.FromHours(11));
        using var fresh = await app.SignInAsync(lucia);
        using var wrong = app.CreateClient();
        await wrong.PostFormAsync("/entrar", ("Email", "nadie@example.gov.co"), ("Password", "lo que sea pero largo"));
        await using var scope = app.Services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetRequiredService<SweepAccounts>();

        await job.Execute(null!, TestContext.Current.CancellationToken);

        await using var db = app.Db();
        Assert.Equal(1, await db.Sessions.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await CountTriesAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await job.Execute(null!, TestContext.Current.CancellationToken);
        Assert.Equal(0, await CountTriesAsync());
    }

    private async Task<long> CountTriesAsync()
    {
        await using var db = app.Db();
        return await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM app.tries").SingleAsync();
    }
}
