using Acervo.Tests.Rights;
using Microsoft.AspNetCore.Authorization;
using Npgsql;

namespace Acervo.Tests.HouseRules;

/// <summary>
/// What anyone may open does without the working store, by whatever road it would reach it: a route, a class asked for by name, a filter. The
/// working role is locked out of the database, and every open address is asked.
/// </summary>
public sealed class OpenDoorTests(Stage stage) : IClassFixture<Stage>
{
    /// <summary>Signing in, joining and getting back in are about accounts, which stand in the working store.</summary>
    private static readonly string[] Accounts = ["/entrar", "/invitacion/", "/recuperar", "/salir", "/cuenta", "/retomar"];

    [Fact]
    public async Task Open_addresses_answer_while_the_working_store_is_locked()
    {
        var (app, scene) = (stage.App, stage.Scene);
        var addresses = scene.Addresses.Readable(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(address => !Array.Exists(Accounts, road => address.Path.StartsWith(road, StringComparison.Ordinal)) && address.Path != "/salud/listo")
            .ToList();
        Assert.True(addresses.Count > 40, $"Only {addresses.Count} open addresses were found.");
        using var before = app.CreateClient();
        List<(string Path, int Status)> expected = [];
        foreach (var (_, path) in addresses)
        {
            expected.Add((path, (int)(await before.VisitAsync(path)).Status));
        }

        // Another node: nothing of it has been asked yet, so no answer comes from memory.
        await using var node = await app.JoinAsync();
        using var visitor = node.CreateClient();
        await LockOutAsync();
        List<string> offences = [];
        foreach (var (path, status) in expected)
        {
            var now = (int)(await visitor.VisitAsync(path)).Status;
            if (now != status)
            {
                offences.Add($"{path}: {status}, and {now} without the working store");
            }
        }

        SourceTree.None(offences);
    }

    private async Task LockOutAsync()
    {
        await using var owner = new NpgsqlConnection(stage.App.Connections.Owner);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            DO $$ BEGIN
              EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC, acervo_app', current_database());
              EXECUTE format('GRANT CONNECT ON DATABASE %I TO acervo_public', current_database());
            END $$;
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'acervo_app'
            """,
            owner);
        await command.ExecuteNonQueryAsync();
    }
}
