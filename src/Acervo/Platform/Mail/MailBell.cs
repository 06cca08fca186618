using Acervo.Platform.Jobs;
using Npgsql;

namespace Acervo.Platform.Mail;

/// <summary>Hears that a letter was written and sends the postman at once, so that nobody waits a minute for a link.</summary>
internal sealed class MailBell(DatabaseConnections connections, MailSettings settings, JobSettings jobs, IServiceScopeFactory scopes, ILogger<MailBell> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.HasServer || jobs.Enabled == false)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or TimeoutException || DatabaseAway.Is(lost))
            {
                log.LogWarning(lost, "The connection that listens for letters was lost; it is opened again.");
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        var own = new NpgsqlConnectionStringBuilder(connections.App) { Pooling = false, KeepAlive = 10 };
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync(cancel);
        await using (var listen = new NpgsqlCommand("LISTEN acervo_mail", connection))
        {
            await listen.ExecuteNonQueryAsync(cancel);
        }

        while (true)
        {
            await connection.WaitAsync(cancel);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Postman>().DeliverAsync(cancel);
        }
    }
}
