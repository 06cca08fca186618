using System.Net;
using Acervo.Platform.Data;
using Acervo.Tests.Platform.OpenData;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Data;

/// <summary>A node that reads from a real replica: what was withdrawn does not come back from it, and work finds the primary.</summary>
public sealed class ReplicaTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_replica_that_lags_does_not_bring_back_what_was_withdrawn()
    {
        await using var standby = await Standby.StartAsync(app.Connections.Owner);
        await using var node = await app.JoinAsync(standby.Before(app.Connections.Owner));
        await app.PublishAsync(1, "se-retira-con-replica");
        using var visitor = node.CreateClient();
        Assert.Equal(HttpStatusCode.OK,
            (await visitor.EventuallyAsync("/practicas/se-retira-con-replica", answer => answer.Status == HttpStatusCode.OK)).Status);
        await UntilReadFromReplicaAsync(node);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/practicas/se-retira-con-replica")).Status);

        await standby.PauseAsync();
        await app.WithdrawAsync(1);
        Assert.Equal(HttpStatusCode.Gone,
            (await visitor.EventuallyAsync("/practicas/se-retira-con-replica", answer => answer.Status == HttpStatusCode.Gone)).Status);
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(HttpStatusCode.Gone, (await visitor.VisitAsync("/practicas/se-retira-con-replica")).Status);
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        await standby.ResumeAsync();
        await UntilReadFromReplicaAsync(node);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.VisitAsync("/practicas/se-retira-con-replica")).Status);
    }

    [Fact]
    public async Task Work_and_jobs_find_the_primary_wherever_it_stands_in_the_list()
    {
        await using var standby = await Standby.StartAsync(app.Connections.Owner);
        var connections = standby.Before(app.Connections.Owner);
        await using var node = await app.JoinAsync(connections);
        var person = await node.SeedAsync(Cast.Somebody("Alma Pardo", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat));
        Assert.NotEqual(0, person.Id);
        using var visitor = await node.SignInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/cuenta")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/salud/listo")).Status);
        await using var owner = DatabaseConnections.SourceOf(connections.Owner);
        await using var command = owner.CreateCommand("SELECT pg_is_in_recovery()");
        Assert.Equal(false, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await new Migrator(connections, new DatabaseSettings()).RunAsync(TestContext.Current.CancellationToken));
    }

    private static async Task UntilReadFromReplicaAsync(AppHost node)
    {
        var site = node.Services.GetRequiredService<PublicDb>();
        for (var i = 0; i < 600; i++)
        {
            await using var command = site.Command("SELECT pg_is_in_recovery()");
            if (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is true)
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The replica was never read.");
    }
}
