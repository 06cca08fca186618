using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Acervo.Platform.Http;
using Acervo.Platform.Reference;
using Acervo.Platform.Settings;
using Acervo.Ui;
using Npgsql;
using NpgsqlTypes;

namespace Acervo.Platform.Search;

/// <summary>
/// Hears on every node that something was published or withdrawn, or a catalogue changed, and drops what the node had kept: gone everywhere in
/// seconds. Until the replicas have it too, the node reads from the primary, so that what was dropped does not come back.
/// </summary>
internal sealed class SiteListener(
    DatabaseConnections connections, PrimaryFence fence, PublicDb site, SiteIndex index, PublicCache pages, WordCounter words, KnownTerms terms, SiteFace face,
    ILogger<SiteListener> log)
    : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(150);

    private static readonly TimeSpan LongestGather = TimeSpan.FromSeconds(1);

    /// <summary>How often replicas are looked at; none is believed for longer after it comes back from wherever it was.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or TimeoutException || DatabaseAway.Is(lost))
            {
                terms.Doubt();
                log.LogWarning(lost, "The connection that listens for publications was lost; it is opened again.");
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        var settings = new NpgsqlConnectionStringBuilder(connections.App) { Pooling = false, KeepAlive = 10 };
        await using var connection = await fence.OpenAsync(settings.ConnectionString, cancel);
        // News may come in while nobody waits, with the connection's own sign of life: they queue up, and none is lost.
        ConcurrentQueue<string> heard = new();
        connection.Notification += (_, told) => Hear(told, heard);
        await using (var listen = new NpgsqlCommand($"LISTEN acervo_site; LISTEN {KnownTerms.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancel);
        }

        // Whatever was published or changed while nobody listened.
        terms.Listen();
        var written = await DropAsync(connection, null, cancel);
        while (true)
        {
            if (heard.IsEmpty && !await WaitAsync(connection, cancel))
            {
                await FollowReplicasAsync(written, cancel);
                continue;
            }

            if (heard.IsEmpty)
            {
                continue;
            }

            await GatherAsync(connection, cancel);
            written = await DropAsync(connection, Take(heard), cancel);
        }
    }

    /// <summary>Catalogues are read when they are asked for; a publication is made ready for whoever asks next.</summary>
    private void Hear(NpgsqlNotificationEventArgs told, ConcurrentQueue<string> heard)
    {
        if (told.Channel == KnownTerms.Channel)
        {
            terms.Drop();
        }
        else
        {
            heard.Enqueue(told.Payload);
        }
    }

    /// <summary>What else arrives in a moment, so that an import of thousands is one refresh.</summary>
    private static async Task GatherAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        // No longer than that, however much arrives: what was withdrawn must be gone in seconds.
        var began = Stopwatch.GetTimestamp();
        var more = true;
        while (more && Stopwatch.GetElapsedTime(began) < LongestGather)
        {
            more = await connection.WaitAsync(Gather, cancel);
        }
    }

    /// <summary>Whether something was heard; without replicas to look after there is no hurry.</summary>
    private async Task<bool> WaitAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (site.HasReplicas)
        {
            return await connection.WaitAsync(Look, cancel);
        }

        await connection.WaitAsync(cancel);
        return true;
    }

    /// <summary>The publications that changed; null when it is not known which.</summary>
    private static HashSet<long>? Take(ConcurrentQueue<string> heard)
    {
        HashSet<long>? changed = [];
        while (heard.TryDequeue(out var ids))
        {
            // Many changes at once are told without their numbers.
            changed = ids.Length == 0 ? null : changed;
            changed?.UnionWith(ids.Split(',').Select(id => long.Parse(id, CultureInfo.InvariantCulture)));
        }

        return changed;
    }

    /// <returns>How far the primary had written by then; a replica that got there knows all that was heard.</returns>
    private async Task<NpgsqlLogSequenceNumber> DropAsync(NpgsqlConnection connection, HashSet<long>? changed, CancellationToken cancel)
    {
        site.DistrustReplicas();
        await SiteSettings.ShowAsync(connection, face, log, cancel);
        await index.RefreshAsync(changed, cancel);
        pages.Clear();
        words.Ring();
        await using var position = new NpgsqlCommand("SELECT pg_current_wal_insert_lsn()", connection);
        return (NpgsqlLogSequenceNumber)(await position.ExecuteScalarAsync(cancel))!;
    }

    private async Task FollowReplicasAsync(NpgsqlLogSequenceNumber written, CancellationToken cancel)
    {
        if (await site.TrustReplicasAsync(written, cancel))
        {
            // It was away, came back late and may have been read since the last look.
            await index.RefreshAsync(null, cancel);
            pages.Clear();
        }
    }
}
