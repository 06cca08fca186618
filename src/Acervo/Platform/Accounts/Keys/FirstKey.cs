using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Acervo.Platform.Accounts.Keys;

/// <summary>Makes the first key before anything asks for one, so that nodes which start at the same time agree on it.</summary>
internal sealed class FirstKey(PostgresKeys shelf, IKeyManager keys, TimeProvider clock) : IHostedLifecycleService
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    public Task StartingAsync(CancellationToken cancellationToken) => shelf.AloneAsync(EnsureKey, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void EnsureKey()
    {
        var now = clock.GetUtcNow();
        if (!keys.GetAllKeys().Any(key => !key.IsRevoked && key.ActivationDate <= now && key.ExpirationDate > now))
        {
            keys.CreateNewKey(now, now + Lifetime);
        }
    }
}
