using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Acervo.Platform.Accounts;

/// <summary>Every request: the session still stands, it is not older than the last change of rights, the roles are today's.</summary>
internal static class SessionCheck
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var sessionId = Sessions.IdIn(context.Principal);
        var access = sessionId == Guid.Empty ? null : await http.RequestServices.GetRequiredService<AccessCache>().FindAsync(sessionId, http.RequestAborted);
        if (access is null || context.Principal!.FindFirstValue(PersonClaims.Stamp) != access.SecurityStamp)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        http.Items[typeof(Access)] = access;
        var identity = new ClaimsIdentity(context.Principal!.Claims.Where(claim => claim.Type != ClaimTypes.Role), IdentityConstants.ApplicationScheme);
        identity.AddClaims(access.Grants.Select(grant => grant.Role).Distinct().Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        context.ReplacePrincipal(new ClaimsPrincipal(identity));
    }
}
