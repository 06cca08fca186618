using System.Net;
using Acervo.Platform.Accounts;
using Npgsql;

namespace Acervo.Tests.Platform.Http;

/// <summary>Without a database everybody is told so, in a page or an answer that needs none, and everything goes on when it is back.</summary>
public sealed class DatabaseAwayTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Everybody_is_told_to_come_back_and_then_finds_the_site_again()
    {
        var person = await app.SeedAsync(Cast.Somebody("Alma Pardo", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        using var visitor = app.CreateClient();
        using var signedIn = await app.SignInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await signedIn.VisitAsync("/fichas")).Status);

        await AllowAsync(0);
        foreach (var (who, path) in new[] { (visitor, "/practicas/alguna"), (signedIn, "/fichas"), (signedIn, "/practicas/alguna") })
        {
            var answer = await who.VisitAsync(path);
            Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, answer.Status));
            Assert.Equal(TimeSpan.FromSeconds(10), answer.Response.Headers.RetryAfter?.Delta);
            Assert.True(answer.Response.Headers.CacheControl?.NoStore);
            Assert.True(answer.Response.Headers.Contains("Content-Security-Policy"));
            Assert.Contains("La base de datos no responde", answer.Text("main"), StringComparison.Ordinal);
            Assert.Empty(answer.Page.QuerySelectorAll("nav, form"));
            Assert.DoesNotContain(person.Name, answer.Body, StringComparison.Ordinal);
        }

        var program = await visitor.VisitAsync("/api/v1/publications/practice/alguna");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, program.Status);
        Assert.Equal("application/problem+json", program.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "no\n"), await HealthAsync(visitor));

        await AllowAsync(-1);
        foreach (var (who, path) in new[] { (visitor, "/salud/listo"), (signedIn, "/fichas"), (visitor, "/practicas") })
        {
            Assert.Equal(HttpStatusCode.OK, (await who.EventuallyAsync(path, answer => answer.Status == HttpStatusCode.OK)).Status);
        }
    }

    private static async Task<(HttpStatusCode Status, string Body)> HealthAsync(Visitor visitor)
    {
        var answer = await visitor.VisitAsync("/salud/listo");
        return (answer.Status, answer.Body);
    }

    /// <summary>How many connections the database takes from the site; with none, those that are open end too.</summary>
    private async Task AllowAsync(int connections)
    {
        var database = new NpgsqlConnectionStringBuilder(app.Connections.Owner).Database!;
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(app.Connections.Owner) { Pooling = false }.ConnectionString);
        await using var limit = source.CreateCommand($"ALTER DATABASE \"{database}\" CONNECTION LIMIT {connections}");
        await limit.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var end = source.CreateCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
            + "pg_backend_pid()");
        await end.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
