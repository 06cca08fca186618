using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts;

/// <summary>How long the session of a request still lasts, and the act of going on with it (WCAG 2.2.1).</summary>
public sealed class SessionLife(AppDb db, AccessCache cache, IOptionsMonitor<CookieAuthenticationOptions> cookies, TimeProvider clock)
{
    private TimeSpan Span => cookies.Get(IdentityConstants.ApplicationScheme).ExpireTimeSpan;

    /// <summary>The time left, by the cookie and by the store, whichever ends first; null without a session.</summary>
    public async Task<TimeSpan?> LeftAsync(HttpContext http)
    {
        if (http.Items[typeof(Access)] is not Access access || await TicketAsync(http) is not { } ticket)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var left = (ticket.Properties.ExpiresUtc ?? now) - now;
        // The cookie is renewed with this very answer once more than half of its time is over.
        var byCookie = left < now - ticket.Properties.IssuedUtc ? Span : left;
        var byStore = access.EndsAt - now.UtcDateTime;
        return byCookie < byStore ? byCookie : byStore;
    }

    /// <summary>Starts the idle time anew and says how long that is. The last day of the session stays where it was.</summary>
    public async Task<TimeSpan> ExtendAsync(HttpContext http)
    {
        var ticket = await TicketAsync(http) ?? throw new NotFoundException("session");
        var (id, now) = (Sessions.IdIn(ticket.Principal), clock.GetUtcNow().UtcDateTime);
        await db.Sessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now), http.RequestAborted);
        cache.Forget(id);
        var claims = ticket.Principal.Claims.Where(claim => claim.Type != ClaimTypes.Role);
        await http.SignInAsync(
            IdentityConstants.ApplicationScheme,
            new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)),
            new AuthenticationProperties { IsPersistent = ticket.Properties.IsPersistent });
        var byStore = (await cache.FindAsync(id, http.RequestAborted) ?? throw new NotFoundException("session")).EndsAt - now;
        return byStore < Span ? byStore : Span;
    }

    /// <summary>What the cookie said; the framework has read it already.</summary>
    private static async Task<AuthenticationTicket?> TicketAsync(HttpContext http) =>
        (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Ticket;
}
