using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>Rights of the people who are working, re-read every few seconds so that a change takes effect on every node within five.</summary>
public sealed class AccessCache(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<int, (DateTimeOffset ReadAt, Access? Access)> seen = new();

    /// <summary>The person's rights now; null when the person is gone or disabled.</summary>
    public async Task<Access?> FindAsync(int personId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (seen.TryGetValue(personId, out var known) && now - known.ReadAt < Fresh)
        {
            return known.Access;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId && p.DisabledAt == null, cancel);
        var access = person is null
            ? null
            : new Access(person.Id, person.Name, person.Email, person.UnitId, person.SecurityStamp, person.Grants);
        seen[personId] = (now, access);
        return access;
    }

    public void Forget(int personId) => seen.TryRemove(personId, out _);
}
