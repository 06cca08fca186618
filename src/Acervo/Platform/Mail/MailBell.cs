using System.Threading.Channels;
using Acervo.Platform.Jobs;
using Npgsql;

namespace Acervo.Platform.Mail;

/// <summary>
/// Hears that a letter was written and sends the postman at once, so that nobody waits a minute for a link. It listens while the postman is on
/// his way too: a ring that comes then sends him once more.
/// </summary>
internal sealed class MailBell(DatabaseConnections connections, PrimaryFence fence, MailSettings settings, JobSettings jobs, IServiceScopeFactory scopes,
    ILogger<MailBell> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>One ring is remembered: the postman takes everything that waits.</summary>
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.HasServer || jobs.Enabled == false)
        {
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var (hearing, sending) = (HearAsync(end.Token), SendAsync(end.Token));
        await Task.WhenAny(hearing, sending);
        // One without the other would be a bell that nobody heeds.
        await end.CancelAsync();
        await Task.WhenAll(hearing, sending);
    }

    private async Task HearAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(cancel);
            }
            catch (Exception lost) when (IsLost(lost))
            {
                log.LogWarning(lost, "The connection that listens for letters was lost; it is opened again.");
                await Task.Delay(Pause, cancel);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        var own = new NpgsqlConnectionStringBuilder(connections.App) { Pooling = false, KeepAlive = 10, ApplicationName = "acervo-mail-bell" };
        await using var connection = await fence.OpenAsync(own.ConnectionString, cancel);
        // Not by the wait's return: what else reads from the connection, such as the sign of life, hears rings too.
        connection.Notification += (_, _) => Ring();
        await using (var listen = new NpgsqlCommand("LISTEN acervo_mail", connection))
        {
            await listen.ExecuteNonQueryAsync(cancel);
        }

        // Whatever was written while nobody listened.
        Ring();
        while (true)
        {
            await connection.WaitAsync(cancel);
        }
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        await foreach (var _ in rings.Reader.ReadAllAsync(cancel))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Postman>().DeliverAsync(cancel);
            }
            catch (Exception lost) when (IsLost(lost))
            {
                log.LogWarning(lost, "The database was lost while letters went out; they are looked at again.");
                await Task.Delay(Pause, cancel);
                Ring();
            }
        }
    }

    private void Ring() => rings.Writer.TryWrite(true);

    private static bool IsLost(Exception exception) => exception is NpgsqlException or IOException or TimeoutException || DatabaseAway.Is(exception);
}
