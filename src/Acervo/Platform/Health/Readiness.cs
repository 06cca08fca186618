using Npgsql;

namespace Acervo.Platform.Health;

/// <summary>Whether this node can do its work now.</summary>
public sealed class Readiness(DatabaseConnections connections, PublicDb site, PrimaryFence fence)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <exception cref="RuleException">The database is there, and not yet at this program's schema.</exception>
    public async Task CheckAsync(CancellationToken cancel)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        soon.CancelAfter(Patience);
        try
        {
            await using (var read = site.Command("SELECT 1"))
            {
                await read.ExecuteScalarAsync(soon.Token);
            }

            await CheckSchemaAsync(soon.Token);
        }
        catch (OperationCanceledException slow) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException("The database did not answer in time.", slow);
        }
    }

    private async Task CheckSchemaAsync(CancellationToken cancel)
    {
        await using var connection = await fence.OpenAsync(connections.App, cancel);
        await using var query = new NpgsqlCommand("SELECT array_agg(name) FROM app.migrations", connection);
        var applied = await query.ExecuteScalarAsync(cancel) as string[] ?? [];
        if (Migrator.Names().Except(applied).FirstOrDefault() is { } missing)
        {
            throw new RuleException($"Falta aplicar {missing}.");
        }
    }
}
