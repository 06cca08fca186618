using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>Opens and ends sessions. A session is never carried over: signing in always opens a new one.</summary>
public sealed class Sessions(AppDb db, AccessCache cache, TimeProvider clock)
{
    public const string ClaimType = "session";

    /// <summary>The session that a cookie names, if it names one.</summary>
    public static Guid IdIn(ClaimsPrincipal? principal) =>
        Guid.TryParseExact(principal?.FindFirstValue(ClaimType), "N", out var id) ? id : Guid.Empty;

    public async Task<Claim> OpenAsync(Person person, HttpRequest? from, CancellationToken cancel, string? outside = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var agent = from?.Headers.UserAgent.ToString() ?? "";
        var session = new Session
        {
            Id = Guid.NewGuid(),
            PersonId = person.Id,
            Device = agent.Length > 200 ? agent[..200] : agent,
            Outside = outside,
            StartedAt = now,
            SeenAt = now,
        };
        db.Sessions.Add(session);
        person.Note("session.opened", person.Id);
        await db.SaveChangesAsync(cancel);
        return new Claim(ClaimType, session.Id.ToString("N", CultureInfo.InvariantCulture));
    }

    public async Task EndAsync(Guid sessionId, CancellationToken cancel)
    {
        await db.Sessions.Where(session => session.Id == sessionId).ExecuteDeleteAsync(cancel);
        cache.Forget(sessionId);
    }

    /// <summary>A row that is gone: this node need not wait to hear of it.</summary>
    public void Forget(Guid sessionId) => cache.Forget(sessionId);

    /// <summary>Ends every session of a person but one (<see cref="Guid.Empty"/>: all of them).</summary>
    public async Task EndOthersAsync(int personId, Guid except, CancellationToken cancel)
    {
        var ids = await db.Sessions.Where(session => session.PersonId == personId && session.Id != except).Select(session => session.Id).ToListAsync(cancel);
        await db.Sessions.Where(session => ids.Contains(session.Id)).ExecuteDeleteAsync(cancel);
        ids.ForEach(cache.Forget);
    }
}
