using System.Diagnostics;
using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>On every node: chains new deeds about twice a second, and each minute signs outside the database how far the chain has come.</summary>
internal sealed class AuditSealer(AuditSeal seal, AuditCheckpoints checkpoints, AuditReceipts receipts, AuditSettings settings, ILogger<AuditSealer> log) : BackgroundService
{
    private long checkpointAt = Stopwatch.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (RuleException altered)
            {
                log.LogCritical(altered, "The audit trail or what proves it was altered.");
                checkpointAt = Stopwatch.GetTimestamp();
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or TimeoutException)
            {
                log.LogWarning(lost, "New deeds could not be chained; the next look tries again.");
            }

            await Task.Delay(settings.SealEvery, stoppingToken);
        }
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        await seal.RunAsync(cancel);
        if (Stopwatch.GetElapsedTime(checkpointAt) >= settings.CheckpointEvery)
        {
            await checkpoints.WriteAsync(cancel);
            await receipts.SettleAsync(cancel);
            checkpointAt = Stopwatch.GetTimestamp();
        }
    }
}
