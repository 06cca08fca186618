using System.Diagnostics;
using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>
/// On every node: chains new deeds, at most twice a second, and each minute signs outside the database how far the chain has come. The deeds
/// of this process ring; those of others are looked for now and then, should their own sealer be gone.
/// </summary>
internal sealed class AuditSealer(
    AuditSeal seal, AuditCheckpoints checkpoints, AuditReceipts receipts, AuditSettings settings, ILogger<AuditSealer> log) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private long checkpointAt = Stopwatch.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var patience = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(settings.SealEvery, stoppingToken);
            await seal.RungAsync(patience, stoppingToken);
            patience = Quiet;
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
        }
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        await seal.RunAsync(cancel);
        if (Stopwatch.GetElapsedTime(checkpointAt) >= settings.CheckpointEvery)
        {
            await receipts.SettleAsync(await checkpoints.WriteAsync(cancel), cancel);
            checkpointAt = Stopwatch.GetTimestamp();
        }
    }
}
