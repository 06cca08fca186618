using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Data;
using Acervo.Platform.Files;
using Acervo.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Data;

/// <summary>After a failover, with real clusters: the old primary comes back and nobody works with it, also in a program started anew.</summary>
public sealed class FenceTests
{
    [Fact]
    public async Task A_primary_that_was_replaced_is_neither_read_nor_written()
    {
        await using var app = await AppHost.StartAsync();
        var person = await app.SeedAsync(Cast.Somebody("Alma Pardo", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        await using var standby = await Standby.StartAsync(app.Connections.Owner);
        await standby.PromoteAsync();
        var promoted = DatabaseConnections.From(new NpgsqlConnectionStringBuilder(app.Connections.Owner) { Host = standby.Host }.ConnectionString,
            new DatabaseSettings());
        await using (var node = await app.JoinAsync(promoted))
        {
            using var before = await node.SignInAsync(person);
            Assert.Equal(HttpStatusCode.OK, (await before.VisitAsync("/fichas")).Status);
            Assert.EndsWith(" 2", await File.ReadAllTextAsync(app.Folder.PathOf(PrimaryFence.FileName), TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }

        await using var revived = await app.JoinAsync(app.Connections);
        using var visitor = revived.CreateClient();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.VisitAsync("/practicas")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable,
            (await visitor.PostFormAsync("/entrar", ("Email", person.Email), ("Password", "una clave cualquiera"))).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.VisitAsync("/salud/listo")).Status);
        await using var scope = revived.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<FileStore>();
        await Assert.ThrowsAsync<FencedException>(() => store.ReadAsync(new string('a', 64), TestContext.Current.CancellationToken));
        var jobs = revived.Services.GetRequiredService<JobBoard>();
        var board = await Assert.ThrowsAnyAsync<Exception>(() => jobs.ListAsync(TestContext.Current.CancellationToken));
        Assert.Contains("nothing is read from it", board.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<FencedException>(() => revived.SeedAsync(Cast.Somebody("Nadie", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat)));
    }
}
