using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;

namespace Acervo.Platform.Accounts.Oidc;

/// <summary>Wires the organisation's identity provider, when one is configured.</summary>
internal static class OidcSetup
{
    public static void AddOidc(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var services = authentication.Services;
        services.Configure<OidcSettings>(configuration.GetSection("Accounts:Oidc"));
        services.AddSingleton<OidcDiscovery>();
        services.AddScoped<Newcomers>();
        var settings = configuration.GetSection("Accounts:Oidc").Get<OidcSettings>() ?? new OidcSettings();
        if (!settings.IsOn)
        {
            return;
        }

        var authority = new Uri(settings.Authority);
        if (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)
        {
            throw new InvalidOperationException("Accounts:Oidc:Authority debe empezar por https://: por ahí viajan las identidades.");
        }

        authentication.AddOAuth<OAuthOptions, OidcHandler>(OidcHandler.Name, oauth =>
        {
            oauth.SignInScheme = IdentityConstants.ExternalScheme;
            oauth.ClientId = settings.ClientId;
            oauth.ClientSecret = settings.ClientSecret;
            oauth.CallbackPath = "/entrar/oidc";
            oauth.UsePkce = true;
            // The answer comes as an ordinary link, so the cookie need not travel with foreign forms.
            oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
            oauth.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The provider's own document says these at the first request; the options must not be empty until then.
            oauth.AuthorizationEndpoint = oauth.TokenEndpoint = settings.Authority;
            oauth.Scope.Clear();
            foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                oauth.Scope.Add(scope);
            }

            oauth.Events.OnRemoteFailure = TellAsync;
        });
    }

    /// <summary>A person who cancelled or a provider that misbehaved: back to the page, with a sentence and no detail.</summary>
    private static Task TellAsync(RemoteFailureContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<ILogger<OidcHandler>>()
            .LogWarning(context.Failure, "Sign-in through the identity provider failed.");
        context.Response.Redirect("/entrar?externo=no");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
