using System.Globalization;
using System.Security.Claims;
using Acervo.Platform.Accounts;
using Acervo.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Acervo.Tests;

/// <summary>Makes the cookie that signing in would have given, so that tests of other things do not pay for a password each time.</summary>
internal static class TestTicket
{
    public static async Task<string> ForAsync(IServiceProvider services, Person person)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var session = new Session { Id = Guid.NewGuid(), PersonId = person.Id, Device = "Tests", StartedAt = now.UtcDateTime, SeenAt = now.UtcDateTime };
        var db = services.GetRequiredService<AppDb>();
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, person.Id.ToString(CultureInfo.InvariantCulture)),
            new(PersonClaims.Stamp, await db.People.Where(one => one.Id == person.Id).Select(one => one.SecurityStamp).SingleAsync()),
            new(Sessions.ClaimType, session.Id.ToString("N")),
        ];
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + cookie.ExpireTimeSpan };
        return cookie.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme));
    }
}
