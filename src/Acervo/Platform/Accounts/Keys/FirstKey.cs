using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Acervo.Platform.Accounts.Keys;

/// <summary>Makes the first key before anything asks for one, so that nodes which start at the same time agree on it.</summary>
internal sealed class FirstKey(PostgresKeys shelf, IKeyManager keys, TimeProvider clock) : IHostedLifecycleService
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>Nearly always there is one, and nobody waits for the lock.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => HasKey() ? Task.CompletedTask : shelf.AloneAsync(EnsureKey, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void EnsureKey()
    {
        if (!HasKey())
        {
            var now = clock.GetUtcNow();
            keys.CreateNewKey(now, now + Lifetime);
        }
    }

    private bool HasKey()
    {
        var now = clock.GetUtcNow();
        return keys.GetAllKeys().Any(key => !key.IsRevoked && key.ActivationDate <= now && key.ExpirationDate > now);
    }
}
