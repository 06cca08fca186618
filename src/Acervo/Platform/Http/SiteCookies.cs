using Microsoft.AspNetCore.CookiePolicy;

namespace Acervo.Platform.Http;

/// <summary>
/// How the cookies of the site are made. Behind TLS, which is when its address begins with <c>https</c>, each travels encrypted only, and those
/// that matter carry a name that no other site of the same domain can set. On a machine of one's own, without TLS, they work as well.
/// </summary>
internal static class SiteCookies
{
    public const string Session = "acervo";

    public static bool AreBehindTls(IConfiguration configuration) =>
        configuration["Site:Url"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The name of a cookie of the whole site.</summary>
    public static string NameOf(string name, IConfiguration configuration) => AreBehindTls(configuration) ? "__Host-" + name : name;

    /// <summary>A session, or a message waiting to be shown: the answer is for one person.</summary>
    public static bool HasState(HttpRequest request)
    {
        var cookies = request.Headers.Cookie.ToString();
        return cookies.Length > 0 && (cookies.Contains(Session, StringComparison.OrdinalIgnoreCase)
            || cookies.Contains("TempData", StringComparison.OrdinalIgnoreCase));
    }

    public static void AddSiteCookies(this IServiceCollection services, IConfiguration configuration) => services.AddAntiforgery(antiforgery =>
    {
        // Without the word that tells a session: whoever only opened a form still gets the pages that are the same for all.
        antiforgery.Cookie.Name = NameOf("formulario", configuration);
        antiforgery.Cookie.Path = "/";
    });

    public static void UseSiteCookies(this WebApplication app) => app.UseCookiePolicy(new CookiePolicyOptions
    {
        Secure = AreBehindTls(app.Configuration) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest,
        HttpOnly = HttpOnlyPolicy.Always,
        MinimumSameSitePolicy = SameSiteMode.Lax,
    });
}
