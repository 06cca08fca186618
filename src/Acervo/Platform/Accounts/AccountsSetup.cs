using Acervo.Platform.Accounts.Keys;
using Acervo.Platform.Accounts.Oidc;
using Acervo.Platform.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts;

/// <summary>Wires sign-in: Identity over our store, the cookies, the check of rights on every request, and a default that denies.</summary>
public static class AccountsSetup
{
    /// <summary>PBKDF2-HMAC-SHA512 rounds: what OWASP asks for.</summary>
    private const int HashRounds = 210_000;

    public static void AddAcervoAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<AccountsSettings>(configuration.GetSection("Accounts"));
        services.AddKeyRing();
        services.AddSingleton<AccessCache>();
        services.AddScoped<Me>();
        services.AddScoped<Sessions>();
        services.AddScoped<SessionLife>();
        services.AddScoped<Tries>();
        services.AddScoped<KnownDevices>();
        services.AddScoped<Units>();
        services.AddScoped<KeptForms>();
        services.AddScoped<SentForms>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<Enrolment>();
        services.AddScoped<Invitations>();
        services.AddScoped<PasswordResets>();
        services.AddSingleton<ResetRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<ResetRequests>());
        AddIdentity(services);
        AddCookies(services.AddAuthentication(IdentityConstants.ApplicationScheme), configuration);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>The hasher that Identity uses, for whoever stands outside its services.</summary>
    internal static PasswordHasher<Person> NewHasher() => new(Options.Create(new PasswordHasherOptions { IterationCount = HashRounds }));

    private static void AddIdentity(IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds);
        services.AddScoped<IPasswordValidator<Person>, PassphraseRule>();
        services.AddScoped<IUserClaimsPrincipalFactory<Person>, PersonClaims>();
        services.AddIdentityCore<Person>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = "";
                identity.Tokens.AuthenticatorTokenProvider = nameof(TotpProvider);
            })
            .AddUserStore<PersonStore>()
            .AddSignInManager<Doorkeeper>()
            .AddErrorDescriber<AccountSentences>()
            .AddTokenProvider<TotpProvider>(nameof(TotpProvider));
    }

    private static void AddCookies(AuthenticationBuilder authentication, IConfiguration configuration)
    {
        authentication.AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = SiteCookies.NameOf(SiteCookies.Session, configuration);
            cookie.Cookie.Path = "/";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/entrar";
            cookie.ReturnUrlParameter = "volver";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(configuration.GetValue("Accounts:SessionHours", 10));
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
            var toSignIn = cookie.Events.OnRedirectToLogin;
            cookie.Events.OnRedirectToLogin = context => IsForPrograms(context.Request) ? Answer(context, StatusCodes.Status401Unauthorized)
                : KeepAndSignInAsync(context, toSignIn);
        });
        authentication.AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie => Brief(cookie, SiteCookies.NameOf("acervo.paso", configuration)));
        authentication.AddCookie(IdentityConstants.ExternalScheme, cookie => Brief(cookie, SiteCookies.NameOf("acervo.externo", configuration)));
        authentication.AddOidc(configuration);
    }

    /// <summary>The session may have ended in the middle of a form: what was typed waits behind the sign-in.</summary>
    private static async Task KeepAndSignInAsync(RedirectContext<CookieAuthenticationOptions> context,
        Func<RedirectContext<CookieAuthenticationOptions>, Task> toSignIn)
    {
        if (await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.HttpContext))
        {
            context.Response.Redirect("/entrar?volver=%2Fretomar");
            return;
        }

        // Relative: the host that a request names is not believed.
        context.RedirectUri = new Uri(context.RedirectUri).PathAndQuery;
        await toSignIn(context);
    }

    /// <summary>A cookie between two steps of signing in.</summary>
    private static void Brief(CookieAuthenticationOptions cookie, string name)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        cookie.SlidingExpiration = false;
    }

    private static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
