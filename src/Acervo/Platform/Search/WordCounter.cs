using System.Threading.Channels;
using Acervo.Platform.Http;
using Npgsql;

namespace Acervo.Platform.Search;

/// <summary>
/// Counts the words of what was published or superseded, for the proposals of the search: after the act and beside everything else, so that
/// neither whoever publishes nor what must be dropped waits for a long text.
/// </summary>
internal sealed class WordCounter(DatabaseConnections connections, PrimaryFence fence, PublicCache pages, ILogger<WordCounter> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that something changed on the site. Rings while it counts are heard afterwards, as one.</summary>
    public void Ring() => bell.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in bell.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await CountAsync(stoppingToken);
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or TimeoutException || DatabaseAway.Is(lost))
            {
                log.LogWarning(lost, "The words of what was published could not be counted; it is tried again.");
                await Task.Delay(Rest, stoppingToken);
                Ring();
            }
        }
    }

    private async Task CountAsync(CancellationToken cancel)
    {
        await using var connection = await fence.OpenAsync(connections.App, cancel);
        await using var due = new NpgsqlCommand("SELECT EXISTS (SELECT FROM site.words_due)", connection);
        if (await due.ExecuteScalarAsync(cancel) is not true)
        {
            return;
        }

        // Another node may be counting; its words are waited for.
        await using var count = new NpgsqlCommand("SELECT site.count_words()", connection) { CommandTimeout = 300 };
        await count.ExecuteNonQueryAsync(cancel);
        // What was kept meanwhile proposes words of before.
        pages.Clear();
    }
}
