using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Acervo.Platform.Accounts;

/// <summary>Wires sign-in: the session cookie, the check of rights on every request, and a default that denies.</summary>
public static class AccountsSetup
{
    public static void AddAcervoAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AccessCache>();
        services.AddScoped<Me>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "acervo";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/entrar";
            cookie.AccessDeniedPath = "/error/403";
            cookie.ReturnUrlParameter = "volver";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(configuration.GetValue("Accounts:SessionHours", 10));
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = ValidateAsync;
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>Every request: the person still exists, the session is not older than the last change of rights, the roles are today's.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var id = int.Parse(context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier) ?? "0", CultureInfo.InvariantCulture);
        var access = await http.RequestServices.GetRequiredService<AccessCache>().FindAsync(id, http.RequestAborted);
        if (access is null || context.Principal!.FindFirstValue("stamp") != access.SecurityStamp)
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
