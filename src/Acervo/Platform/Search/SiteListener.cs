using Acervo.Platform.Http;
using Npgsql;

namespace Acervo.Platform.Search;

/// <summary>Hears on every node that something was published or withdrawn, and drops what the node had kept: gone everywhere in seconds.</summary>
internal sealed class SiteListener(DatabaseConnections connections, SiteIndex index, PublicCache pages, ILogger<SiteListener> log) : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(150);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException)
            {
                log.LogWarning(lost, "The connection that listens for publications was lost; it is opened again.");
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        var settings = new NpgsqlConnectionStringBuilder(connections.App) { Pooling = false, KeepAlive = 10 };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        HashSet<long> changed = [];
        connection.Notification += (_, told) => changed.Add(long.TryParse(told.Payload, out var id) ? id : 0);
        await connection.OpenAsync(cancel);
        await using (var listen = new NpgsqlCommand("LISTEN acervo_site", connection))
        {
            await listen.ExecuteNonQueryAsync(cancel);
        }

        // Whatever was published while nobody listened.
        await DropAsync(null, cancel);
        while (true)
        {
            await connection.WaitAsync(cancel);
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            quiet.CancelAfter(Gather);
            await WaitQuietlyAsync(connection, quiet.Token);
            cancel.ThrowIfCancellationRequested();
            await DropAsync(changed, cancel);
            changed.Clear();
        }
    }

    /// <summary>Gathers what else arrives in a moment, so that an import of thousands is one refresh.</summary>
    private static async Task WaitQuietlyAsync(NpgsqlConnection connection, CancellationToken quiet)
    {
        try
        {
            while (true)
            {
                await connection.WaitAsync(quiet);
            }
        }
        catch (OperationCanceledException)
        {
            // The moment is over.
        }
    }

    private async Task DropAsync(HashSet<long>? changed, CancellationToken cancel)
    {
        await index.RefreshAsync(changed, cancel);
        pages.Clear();
    }
}
