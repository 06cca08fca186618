using Acervo.Platform.Data;
using Acervo.Platform.Usage;
using Acervo.Tests.Platform.Publications.Calls;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Acervo.Tests.Platform.Usage;

/// <summary>What becomes of the counts when the line to the database breaks: nothing is counted twice, and nothing is lost while the node lives.</summary>
[Collection(CallSite.Name)]
public sealed class UsageWriterTests(CallSite site)
{
    private readonly UsageCounter counter = new(TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_whose_answer_was_lost_is_not_counted_again()
    {
        var item = CallSite.NewItem();
        await using var line = new BrokenLine(site.App.Connections.App);
        using var writer = WriterOver(line);
        Count(item, 7);
        line.LoseAnswerTo = "usage_batches";
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => writer.WriteAsync(Cancel));
        Assert.Null(line.LoseAnswerTo);
        Assert.Equal("7", await CountedAsync(item));

        Count(item, 5);
        await writer.WriteAsync(Cancel);
        Assert.Equal("12", await CountedAsync(item));
        await writer.WriteAsync(Cancel);
        Assert.Equal("12", await CountedAsync(item));
    }

    [Fact]
    public async Task While_the_database_is_away_it_goes_on_counting()
    {
        var item = CallSite.NewItem();
        await using var line = new BrokenLine(site.App.Connections.App) { IsDown = true };
        using var writer = WriterOver(line);
        Count(item, 3);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => writer.WriteAsync(Cancel));
        Count(item, 4);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => writer.WriteAsync(Cancel));
        line.IsDown = false;
        await writer.WriteAsync(Cancel);
        Assert.Equal("7", await CountedAsync(item));
    }

    [Fact]
    public async Task A_batch_that_comes_late_or_twice_at_once_adds_nothing()
    {
        var item = CallSite.NewItem();
        var store = StoreOver(site.App.Connections);
        var node = Guid.NewGuid();
        var first = Batch(node, 1, item, 2);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => store.WriteAsync(first, Cancel)));
        await store.WriteAsync(Batch(node, 2, item, 5), Cancel);
        await store.WriteAsync(first, Cancel);
        // Another run of the same machine is another node.
        await store.WriteAsync(Batch(Guid.NewGuid(), 1, item, 1), Cancel);
        Assert.Equal("8", await CountedAsync(item));
    }

    [Fact]
    public async Task A_stop_writes_what_was_counted_and_nodes_add_up_at_the_same_time()
    {
        var item = CallSite.NewItem();
        var store = StoreOver(site.App.Connections);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var own = new UsageCounter(TimeProvider.System);
            using var writer = new UsageWriter(own, store, NullLogger<UsageWriter>.Instance);
            await writer.StartAsync(Cancel);
            for (var n = 0; n < 300; n++)
            {
                own.Count(Key(item, n % 3));
            }

            await writer.StopAsync(Cancel);
        }));
        Assert.Equal("2400", await CountedAsync(item));
    }

    private UsageWriter WriterOver(BrokenLine line) =>
        new(counter, StoreOver(site.App.Connections with { App = line.Through }), NullLogger<UsageWriter>.Instance);

    private UsageStore StoreOver(DatabaseConnections connections) => new(connections, site.App.Services.GetRequiredService<PrimaryFence>());

    private void Count(int item, int times)
    {
        for (var n = 0; n < times; n++)
        {
            counter.Count(Key(item));
        }
    }

    private static UsageBatch Batch(Guid node, long sequence, int item, long times) => new(node, sequence, [new(Key(item), times)]);

    private static UsageKey Key(int item, int version = 1) => new(CallModule.Kind, item, version, UsageChannels.Page, new DateOnly(2026, 11, 28));

    private async Task<string> CountedAsync(int item) =>
        Assert.Single(await site.AskAsync($"SELECT coalesce(sum(count), 0) FROM site.usage WHERE item = {item}"));
}
