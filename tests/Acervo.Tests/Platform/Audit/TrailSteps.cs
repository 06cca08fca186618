using Acervo.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Audit;

/// <summary>What the tests of the trail do to a host: act, seal, verify, and what the owner of the database may do.</summary>
internal static class TrailSteps
{
    /// <summary>Nothing is sealed before a test asks for it.</summary>
    public static readonly (string Key, string? Value) ByHand = ("Audit:SealEvery", "1.00:00:00");

    /// <summary>Waits until everything that was committed is in the chain.</summary>
    public static async Task SealAsync(this AppHost app)
    {
        await using var source = NpgsqlDataSource.Create(app.Connections.App);
        await using var waiting = source.CreateCommand("""
            SELECT EXISTS (SELECT FROM app.audit a WHERE NOT EXISTS (SELECT FROM app.audit_links l WHERE l.deed = a.id))
            """);
        var looks = 0;
        while (await waiting.ExecuteScalarAsync(TestContext.Current.CancellationToken) is true)
        {
            Assert.True(++looks < 500, "Deeds wait and no look at them seals them.");
            if (await app.Services.GetRequiredService<AuditSeal>().RunAsync(TestContext.Current.CancellationToken) == 0)
            {
                // Another node is at it.
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>So many acts, each in its transaction.</summary>
    public static async Task ActAsync(this AppHost app, int count)
    {
        await using var db = app.Db();
        for (var i = 0; i < count; i++)
        {
            await db.RecordAsync(new Deed("test.done", $"thing/{i}", 1, "detalle"), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>One act that carries rows, such as an import.</summary>
    public static async Task ImportAsync(this AppHost app, int rows)
    {
        await using var db = app.Db();
        var deed = new Deed("test.imported", "thing/0", 1, $"{rows} filas")
        {
            Rows = [.. Enumerable.Range(1, rows).Select(n => new DeedRow($"thing/{n}", $"fila {n}"))],
        };
        await db.RecordAsync(deed, TestContext.Current.CancellationToken);
    }

    public static Task<long> CheckpointAsync(this AppHost app) =>
        app.Services.GetRequiredService<AuditCheckpoints>().WriteAsync(TestContext.Current.CancellationToken);

    public static Task<AuditVerdict> VerifyTrailAsync(this AppHost app, params string[] nodes) =>
        app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(nodes: nodes, cancel: TestContext.Current.CancellationToken);

    /// <summary>The verdict on what the owner of the database does, which is then taken back.</summary>
    public static Task<AuditVerdict> AttemptAsync(this AppHost app, string sql) => app.AttemptAsync(async connection =>
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    });

    public static async Task<AuditVerdict> AttemptAsync(this AppHost app, Func<NpgsqlConnection, Task> alter)
    {
        var evidence = AuditEvidence.Read(app.Services.GetRequiredService<AuditCheckpoints>(), app.Services.GetRequiredService<AuditReceipts>(), []);
        await using var source = NpgsqlDataSource.Create(app.Connections.Owner);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await alter(connection);
        return await app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(connection, evidence, null, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs SQL as the owner of the database.</summary>
    public static async Task OwnerAsync(this AppHost app, string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.Connections.Owner);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
