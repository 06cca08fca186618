using System.Diagnostics;
using System.Globalization;
using Acervo.Platform.Audit;
using Acervo.Platform.Data;
using Acervo.Platform.Publications;
using Acervo.Tests.Platform.OpenData;
using Microsoft.EntityFrameworkCore;
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
        // No sealer gets further than its links: whoever begins is caught in the middle.
        await using var owner = NpgsqlDataSource.Create(app.Connections.Owner);
        for (var killed = 0; killed < 5; killed++)
        {
            await using var connection = await owner.OpenConnectionAsync(Cancel);
            await using var held = await connection.BeginTransactionAsync(Cancel);
            await using var hold = new NpgsqlCommand("LOCK TABLE app.audit_links IN SHARE MODE", connection);
            await hold.ExecuteNonQueryAsync(Cancel);
            await Task.WhenAll(app.ActAsync(20), node.ActAsync(20), app.ActAsync(20));
            await KillSealerAsync(connection);
            await held.CommitAsync(Cancel);
        }

        await app.SealAsync();
        var verdict = await app.VerifyTrailAsync();
        Assert.True(verdict.Intact, verdict.Sentence);
        Assert.Equal(300, verdict.LastSeq);
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

        // The old primary, should it come back, is not sealed any more, and the checkpoints of the node that went on show what it lacks.
        await using var revived = await app.JoinAsync(app.Connections);
        await Assert.ThrowsAsync<FencedException>(revived.SealAsync);
        Assert.Contains("le faltan filas al final", (await app.VerifyTrailAsync()).Sentence, StringComparison.Ordinal);
    }

    /// <summary>
    /// Acts that the promoted replica never got were made with numbers of transactions that it gives out anew, below where this sealer had looked: it looks
    /// at the whole trail anew, and says what is gone.
    /// </summary>
    [Fact]
    public async Task After_a_failover_that_lost_acts_a_running_sealer_looks_at_the_whole_trail_anew()
    {
        await using var app = await AppHost.StartAsync(TrailSteps.ByHand);
        await using var standby = await Standby.StartAsync(app.Connections.Owner);
        await standby.CutOffAsync();
        // Each connection looks anew which of both is the primary: until it is promoted, the other.
        var both = standby.Before(app.Connections.Owner);
        await using var node = await app.JoinAsync(both with { App = both.App + ";Host Recheck Seconds=0" });
        var sealer = node.Services.GetRequiredService<AuditSeal>();
        await node.ActAsync(40);
        Assert.Equal(40, await sealer.RunAsync(Cancel));

        await standby.PromoteAsItIsAsync();
        await using (var old = new NpgsqlConnection(node.Connections.App))
        {
            NpgsqlConnection.ClearPool(old);
        }

        await node.ActAsync(3);
        Assert.Equal(3, await sealer.RunAsync(Cancel));
        Assert.Contains("le faltan filas al final", (await node.VerifyTrailAsync()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deeds_of_a_restored_database_whose_transactions_lie_ahead_are_sealed_too()
    {
        await using var app = await AppHost.StartAsync(TrailSteps.ByHand);
        await using (var source = NpgsqlDataSource.Create(app.Connections.Owner))
        {
            var at = new DateTime(2026, 2, 2, 15, 0, 0, DateTimeKind.Utc);
            var deed = AuditEntry.Of(app.Services.GetRequiredService<AuditKey>(), 1, "9000000000", at, new Deed("test.done", "thing/1", 1));
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
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture, $"{transactions * 5000} deeds sealed in {took.TotalSeconds:0.00} s"));
        Assert.True(took < TimeSpan.FromSeconds(30), $"{took}");
        began = Stopwatch.GetTimestamp();
        Assert.Equal(transactions * 5000, (await app.VerifyTrailAsync()).LastSeq);
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture, $"verified in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s"));
    }

    /// <summary>Waits for a sealer that waits for the table of links, and ends it.</summary>
    private static async Task KillSealerAsync(NpgsqlConnection owner)
    {
        await using var kill = new NpgsqlCommand($"""
            SELECT count(pg_terminate_backend(pid)) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
            WHERE NOT granted AND relation = 'app.audit_links'::regclass AND d.datname = current_database()
            """, owner);
        var looks = 0;
        while (await kill.ExecuteScalarAsync(Cancel) is 0L)
        {
            Assert.True(++looks < 1000, "No sealer was caught at work.");
            await Task.Delay(20, Cancel);
        }
    }

    [Fact]
    public async Task An_act_that_began_first_and_came_last_is_chained_last()
    {
        await using var app = await AppHost.StartAsync(TrailSteps.ByHand);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var old = await db.Database.BeginTransactionAsync(Cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_current_xact_id()", Cancel);
        await app.PublishAsync(1, "turnos-que-avisan");
        var publisher = scope.ServiceProvider.GetRequiredService<Publisher>();
        await publisher.WithdrawAsync("practice", 1, "Contenía un error de fondo.", app.Clock.GetUtcNow().UtcDateTime, Cancel);
        await old.CommitAsync(Cancel);
        // What the withdrawal signed stands over what the publication signed, before and after both are in the chain.
        var waiting = await app.VerifyTrailAsync();
        Assert.True(waiting.Intact, waiting.Sentence);
        await app.SealAsync();
        var verdict = await app.VerifyTrailAsync();
        Assert.True(verdict.Intact, verdict.Sentence);
        Assert.Equal(2, verdict.LastSeq);
    }

    [Fact]
    public async Task Deeds_of_an_old_transaction_that_commits_late_are_chained_late_on_whichever_node()
    {
        await using var app = await AppHost.StartAsync(TrailSteps.ByHand);
        await using var node = await app.JoinAsync();
        await using var connection = new NpgsqlConnection(app.Connections.App);
        await connection.OpenAsync(Cancel);
        await using var old = await connection.BeginTransactionAsync(Cancel);
        await app.Services.GetRequiredService<DeedWriter>().WriteAsync(connection, [new Deed("test.done", "thing/0", 1)], Cancel);
        foreach (var sealer in new[] { app, node, app })
        {
            await node.ActAsync(2);
            await sealer.SealAsync();
        }

        await app.CheckpointAsync();
        Assert.Equal((true, 6L), await VerdictAsync(app));
        await old.CommitAsync(Cancel);
        Assert.Equal((true, 6L), await VerdictAsync(app));
        await node.SealAsync();
        await node.CheckpointAsync();
        Assert.Equal((true, 7L), await VerdictAsync(app));
        await app.ActAsync(1);
        await app.SealAsync();
        Assert.Equal((true, 8L), await VerdictAsync(node));
    }

    [Fact]
    public async Task A_deed_rings_for_its_sealer()
    {
        await using var app = await AppHost.StartAsync(("Audit:SealEvery", "00:00:00.01"));
        await app.ActAsync(3);
        await using var source = NpgsqlDataSource.Create(app.Connections.App);
        await using var links = source.CreateCommand("SELECT count(*) FROM app.audit_links");
        var looks = 0;
        while (await links.ExecuteScalarAsync(Cancel) is not 3L)
        {
            Assert.True(++looks < 1000, "Nothing was sealed.");
            await Task.Delay(20, Cancel);
        }
    }

    private static async Task<(bool Intact, long LastSeq)> VerdictAsync(AppHost app)
    {
        var verdict = await app.VerifyTrailAsync();
        return (verdict.Intact, verdict.LastSeq);
    }
}
