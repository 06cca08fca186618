using System.Net;
using Npgsql;

namespace Acervo.Tests.Platform.Health;

/// <summary>What a load balancer is told.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_node_is_alive_and_ready_and_says_nothing_more()
    {
        await using var app = await AppHost.StartAsync();
        using var visitor = app.CreateClient();
        foreach (var path in new[] { "/salud", "/salud/listo" })
        {
            var answer = await visitor.VisitAsync(path);
            Assert.Equal((HttpStatusCode.OK, "ok\n"), (answer.Status, answer.Body));
        }
    }

    [Fact]
    public async Task Without_its_schema_a_node_lives_but_is_not_ready_and_gives_no_reason()
    {
        await using var app = await AppHost.StartAsync();
        using var visitor = app.CreateClient();
        await OwnerAsync(app, "DELETE FROM app.migrations WHERE name LIKE '%070%'");
        var answer = await visitor.VisitAsync("/salud/listo");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "no\n"), (answer.Status, answer.Body));
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/salud")).Status);
    }

    private static async Task OwnerAsync(AppHost app, string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.Connections.Owner);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
