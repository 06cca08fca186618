using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Tokens;

namespace Acervo.Platform.Accounts.Oidc;

/// <summary>Wires the organisation's identity provider, when one is configured, to the framework's handler of OpenID Connect.</summary>
internal static class OidcSetup
{
    public const string Scheme = "oidc";

    public static void AddOidc(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        authentication.Services.Configure<OidcSettings>(configuration.GetSection("Accounts:Oidc"));
        authentication.Services.AddScoped<Newcomers>();
        var settings = configuration.GetSection("Accounts:Oidc").Get<OidcSettings>() ?? new OidcSettings();
        if (settings.IsOn)
        {
            AddHandler(authentication, settings);
        }
    }

    /// <summary>Apart, so that without a provider none of its libraries is even loaded.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddHandler(AuthenticationBuilder authentication, OidcSettings settings)
    {
        var authority = new Uri(settings.Authority);
        if (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)
        {
            throw new InvalidOperationException("Accounts:Oidc:Authority debe empezar por https://: por ahí viajan las identidades.");
        }

        // Whoever comes with a key that is new to us waits until it is read, instead of being refused while it is read behind.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", isEnabled: true);
        authentication.Services.AddScoped<RemoteSignOut>();
        authentication.AddOpenIdConnect(Scheme, oidc =>
        {
            (oidc.Authority, oidc.ClientId, oidc.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
            oidc.RequireHttpsMetadata = !authority.IsLoopback;
            oidc.SignInScheme = IdentityConstants.ExternalScheme;
            (oidc.CallbackPath, oidc.SignedOutCallbackPath, oidc.RemoteSignOutPath) = ("/entrar/oidc", "/salir/oidc", "/salir/aviso");
            (oidc.ResponseType, oidc.ResponseMode, oidc.UsePkce) = ("code", "query", true);
            (oidc.SaveTokens, oidc.MapInboundClaims, oidc.GetClaimsFromUserInfoEndpoint) = (false, false, true);
            oidc.BackchannelTimeout = TimeSpan.FromSeconds(10);
            // The answer comes as an ordinary link, so the cookies need not travel with foreign forms.
            oidc.CorrelationCookie.SameSite = oidc.NonceCookie.SameSite = SameSiteMode.Lax;
            oidc.CorrelationCookie.SecurePolicy = oidc.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            oidc.Scope.Clear();
            foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                oidc.Scope.Add(scope);
            }

            oidc.ClaimActions.Clear();
            foreach (var claim in OidcAnswers.Kept(settings))
            {
                oidc.ClaimActions.MapUniqueJsonKey(claim, claim);
            }

            Believe(oidc.TokenValidationParameters, settings.Authority);
            OidcAnswers.Attach(oidc.Events, settings);
        });
    }

    /// <summary>What the library leaves open: only the configured issuer, only signatures by a public key, and of a size that is not broken.</summary>
    private static void Believe(TokenValidationParameters checks, string authority)
    {
        checks.ClockSkew = TimeSpan.FromMinutes(2);
        checks.ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
        checks.IssuerValidator = (issuer, _, _) => issuer?.TrimEnd('/') == authority.TrimEnd('/') ? issuer
            : throw new SecurityTokenInvalidIssuerException("The token was issued by another service.");
        checks.TryAllIssuerSigningKeys = false;
        checks.IssuerSigningKeyResolverUsingConfiguration = (_, _, name, _, provider) =>
            provider?.SigningKeys.Where(key => string.IsNullOrEmpty(name) || key.KeyId == name) ?? [];
        checks.IssuerSigningKeyValidator = (key, _, _) => key.KeySize >= (key is JsonWebKey { Kty: "EC" } or ECDsaSecurityKey ? 256 : 2048);
        checks.ValidateIssuerSigningKey = true;
    }
}
