using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Platform.Accounts;

/// <summary>The key ring: one for all nodes, and unreadable where it is kept.</summary>
public sealed class KeyRingTests
{
    [Fact]
    public async Task Nodes_that_start_at_once_agree_on_one_key()
    {
        await using var app = await AppHost.StartAsync();
        await using var db = app.Db();
        var owner = new Npgsql.NpgsqlConnection(app.Connections.Owner);
        await using (owner)
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var wipe = new Npgsql.NpgsqlCommand("DELETE FROM app.data_protection_keys", owner);
            await wipe.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.JoinAsync()));

        var keys = await db.Database.SqlQuery<string>($"SELECT xml AS \"Value\" FROM app.data_protection_keys").ToListAsync(TestContext.Current.CancellationToken);
        var key = Assert.Single(keys);
        Assert.Contains("KeyRingDecryptor", key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
        var lucia = await app.SeedAsync(Cast.Contributor());
        using var visitor = await nodes[0].SignInAsync(lucia);
        using var elsewhere = nodes[3].CreateClient();
        elsewhere.SetCookie("acervo", visitor.Cookie("acervo")!);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await elsewhere.VisitAsync("/cuenta")).Status);
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }
}
