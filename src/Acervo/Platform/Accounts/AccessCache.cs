using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts;

/// <summary>Sessions at work and their rights, re-read every few seconds so that a change takes effect on every node within five.</summary>
public sealed class AccessCache(IServiceScopeFactory scopes, IOptions<AccountsSettings> settings, IHostEnvironment environment, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Touch = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset ReadAt, Access? Access)> seen = new();
    private long sweptAt;

    private bool RequireSecondFactor => settings.Value.RequireSecondFactor ?? environment.IsProduction();

    /// <summary>The rights of a session now; null when it has ended or its person is gone or disabled.</summary>
    public async Task<Access?> FindAsync(Guid sessionId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (seen.TryGetValue(sessionId, out var known) && now - known.ReadAt < Fresh)
        {
            return known.Access;
        }

        var access = await ReadAsync(sessionId, now.UtcDateTime, cancel);
        seen[sessionId] = (now, access);
        Sweep(now);
        return access;
    }

    public void Forget(Guid sessionId) => seen.TryRemove(sessionId, out _);

    /// <summary>What everybody may do has changed; other nodes see it within seconds.</summary>
    public void ForgetAll() => seen.Clear();

    private async Task<Access?> ReadAsync(Guid sessionId, DateTime now, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (idle, oldest) = (now.AddHours(-settings.Value.SessionHours), now.AddDays(-settings.Value.SessionDays));
        var session = await db.Sessions.AsNoTracking()
            .FirstOrDefaultAsync(s => s.Id == sessionId && s.SeenAt > idle && s.StartedAt > oldest, cancel);
        if (session is null)
        {
            return null;
        }

        if (now - session.SeenAt > Touch)
        {
            session.SeenAt = now;
            await db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancel);
        }

        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == session.PersonId && p.DisabledAt == null, cancel);
        var under = await UnitsUnder.ReadAsync(db, person?.Grants.Select(grant => grant.UnitId) ?? [], cancel);
        var (idleEnd, lastEnd) = (session.SeenAt.AddHours(settings.Value.SessionHours), session.StartedAt.AddDays(settings.Value.SessionDays));
        return person is null ? null
            : Access.Of(sessionId, person, under, RequireSecondFactor) with { EndsAt = idleEnd < lastEnd ? idleEnd : lastEnd };
    }

    /// <summary>Drops what nobody has asked for in a while, once a minute, so that the memory holds only sessions at work.</summary>
    private void Sweep(DateTimeOffset now)
    {
        var last = Interlocked.Read(ref sweptAt);
        if (now.UtcTicks - last < TimeSpan.TicksPerMinute || Interlocked.CompareExchange(ref sweptAt, now.UtcTicks, last) != last)
        {
            return;
        }

        foreach (var (id, entry) in seen.Where(pair => now - pair.Value.ReadAt > Fresh))
        {
            seen.TryRemove(KeyValuePair.Create(id, entry));
        }
    }
}
