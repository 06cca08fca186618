using System.Diagnostics;
using System.Globalization;
using Acervo.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Audit;

/// <summary>The chain is whole whoever seals it and however often that is cut short.</summary>
public sealed class SealerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_nodes_whose_sealers_are_killed_leave_one_whole_chain()
    {
        await using var app = await AppHost.StartAsync(("Audit:SealEvery", "00:00:00.01"), ("Audit:CheckpointEvery", "00:00:00.2"));
        await using var node = await app.JoinAsync();
        using var over = new CancellationTokenSource();
        var killing = KillSealersAsync(app, over.Token);
        await Task.WhenAll(app.ActAsync(100), node.ActAsync(100), app.ActAsync(100));
        await over.CancelAsync();
        var killed = await killing;
        await app.SealAsync();
        var verdict = await app.VerifyTrailAsync();
        Assert.True(verdict.Intact, verdict.Sentence);
        Assert.Equal(300, verdict.LastSeq);
        Assert.True(killed > 0, "No sealer was caught at work.");
    }

    [Fact]
    public async Task A_promoted_replica_carries_the_chain_on()
    {
        await using var app = await AppHost.StartAsync(TrailSteps.ByHand);
        await using var standby = await Standby.StartAsync(app.Connections.Owner);
        await app.ActAsync(20);
        await app.SealAsync();
        await app.CheckpointAsync();
        await app.ActAsync(5);
        await standby.PromoteAsync();

        await using var node = await app.JoinAsync(standby.Alone(app.Connections.Owner));
        await node.ActAsync(10);
        await node.SealAsync();
        await node.CheckpointAsync();
        var verdict = await node.VerifyTrailAsync();
        Assert.True(verdict.Intact, verdict.Sentence);
        Assert.Equal(35, verdict.LastSeq);
        var points = node.Services.GetRequiredService<AuditCheckpoints>().Read();
        Assert.Equal([20L, 35L], points.Select(point => point.Seq));
        Assert.True(points[1].Timeline == points[0].Timeline + 1, $"{points[0].Timeline} and {points[1].Timeline}");

        // The old primary, had it come back, lacks what was done since: the checkpoints of the node that went on show it.
        await app.SealAsync();
        Assert.Contains("le faltan filas al final", (await app.VerifyTrailAsync()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deeds_of_a_restored_database_whose_transactions_lie_ahead_are_sealed_too()
    {
        await using var app = await AppHost.StartAsync(TrailSteps.ByHand);
        await using (var source = NpgsqlDataSource.Create(app.Connections.Owner))
        {
            var deed = AuditEntry.Of(app.Services.GetRequiredService<AuditKey>(), 1, "9000000000", new DateTime(2026, 2, 2, 15, 0, 0, DateTimeKind.Utc), new Deed("test.done", "thing/1", 1));
            await using var insert = source.CreateCommand("INSERT INTO app.audit VALUES (1, '9000000000', $1, 1, 'test.done', 'thing/1', '', 0, '', $2)");
            insert.Parameters.Add(new() { Value = deed.At });
            insert.Parameters.Add(new() { Value = deed.Mac });
            await insert.ExecuteNonQueryAsync(Cancel);
        }

        await app.OwnerAsync("SELECT nextval('app.audit_id')");
        // A restore is made with the site stopped: what starts afterwards has never looked.
        await using var started = await app.JoinAsync();
        await started.SealAsync();
        await started.ActAsync(2);
        await started.SealAsync();
        var verdict = await started.VerifyTrailAsync();
        Assert.Equal((true, 3L), (verdict.Intact, verdict.LastSeq));
    }

    /// <summary>The bar is 100,000 in less than 30 seconds; with <c>ACERVO_BARS=full</c> it is that many.</summary>
    [Fact]
    public async Task Many_deeds_are_sealed_fast()
    {
        var transactions = Environment.GetEnvironmentVariable("ACERVO_BARS") == "full" ? 20 : 2;
        await using var app = await AppHost.StartAsync(TrailSteps.ByHand);
        for (var i = 0; i < transactions; i++)
        {
            await using var connection = new NpgsqlConnection(app.Connections.App);
            await connection.OpenAsync(Cancel);
            await using var transaction = await connection.BeginTransactionAsync(Cancel);
            Deed[] deeds = [.. Enumerable.Range(0, 5000).Select(n => new Deed("test.done", $"thing/{n}", 1, "detalle"))];
            await app.Services.GetRequiredService<DeedWriter>().WriteAsync(connection, deeds, Cancel);
            await transaction.CommitAsync(Cancel);
        }

        var began = Stopwatch.GetTimestamp();
        await app.SealAsync();
        var took = Stopwatch.GetElapsedTime(began);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{transactions * 5000} deeds sealed in {took.TotalSeconds:0.00} s"));
        Assert.True(took < TimeSpan.FromSeconds(0.3 * 5 * transactions), $"{took}");
        began = Stopwatch.GetTimestamp();
        Assert.Equal(transactions * 5000, (await app.VerifyTrailAsync()).LastSeq);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"verified in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s"));
    }

    private static async Task<int> KillSealersAsync(AppHost app, CancellationToken over)
    {
        await using var source = NpgsqlDataSource.Create(app.Connections.Owner);
        await using var kill = source.CreateCommand("""
            SELECT count(pg_terminate_backend(a.pid)) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'advisory' AND a.datname = current_database() AND a.query LIKE '%audit%'
            """);
        var killed = 0;
        while (!over.IsCancellationRequested && killed < 20)
        {
            killed += Convert.ToInt32(await kill.ExecuteScalarAsync(Cancel), CultureInfo.InvariantCulture);
            await Task.Delay(10, Cancel);
        }

        return killed;
    }
}
