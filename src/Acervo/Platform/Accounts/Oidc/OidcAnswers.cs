using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Acervo.Platform.Accounts.Oidc;

/// <summary>What we do with the answers of the identity provider: keep few claims and no token, and turn every failure into a sentence.</summary>
internal static class OidcAnswers
{
    public const string Issuer = "iss";

    public const string Subject = "sub";

    private const string Session = "sid";

    private const string Verified = "email_verified";

    /// <summary>The claims that say who a person is; the address counts only together with whether it was verified.</summary>
    public static IEnumerable<string> Kept(OidcSettings settings) =>
        settings.UnitClaim is { } unit ? ["email", Verified, "name", unit] : ["email", Verified, "name"];

    public static void Attach(OpenIdConnectEvents events, OidcSettings settings)
    {
        events.OnTokenValidated = context => Narrow(context, settings);
        events.OnRemoteFailure = TellAsync;
        events.OnRemoteSignOut = context => context.HttpContext.RequestServices.GetRequiredService<RemoteSignOut>().HeedAsync(context);
        events.OnRedirectToIdentityProviderForSignOut = NameOurselves;
        events.OnSignedOutCallbackRedirect = Home;
    }

    /// <summary>The session at the provider, as ours remembers it: who issued it and, where the provider says so, which.</summary>
    public static string SessionOf(ClaimsPrincipal arrived) => SessionOf(arrived.FindFirstValue(Issuer)!, arrived.FindFirstValue(Session));

    public static string SessionOf(string issuer, string? session) => $"{issuer}|{session}";

    private static Task Narrow(TokenValidatedContext context, OidcSettings settings)
    {
        var token = context.SecurityToken;
        if (token.IssuedAt > context.Options.TimeProvider!.GetUtcNow().UtcDateTime + context.Options.TokenValidationParameters.ClockSkew)
        {
            context.Fail("The token is from the future.");
            return Task.CompletedTask;
        }

        if (token.Audiences.Count() > 1 && token.Claims.All(claim => claim.Type != "azp"))
        {
            context.Fail("The token is for several programs and does not say which asked for it.");
            return Task.CompletedTask;
        }

        string[] kept = [Issuer, Subject, Session, .. Kept(settings)];
        var identity = new ClaimsIdentity(context.Principal!.Claims.Where(claim => kept.Contains(claim.Type)), OidcSetup.Scheme);
        if (identity.HasClaim(claim => claim.Type == "email") && !identity.HasClaim(claim => claim.Type == Verified))
        {
            // Otherwise the word of another answer would vouch for this address.
            identity.AddClaim(new Claim(Verified, "false"));
        }
        else if (!identity.HasClaim(claim => claim.Type == "email"))
        {
            // And the word of this answer for the address of another.
            identity.FindAll(Verified).ToList().ForEach(identity.RemoveClaim);
        }

        context.Principal = new ClaimsPrincipal(identity);
        return Task.CompletedTask;
    }

    /// <summary>Without a kept token, the provider knows by our name who asks to end its session.</summary>
    private static Task NameOurselves(RedirectContext context)
    {
        context.ProtocolMessage.ClientId = context.Options.ClientId;
        if (string.IsNullOrEmpty(context.ProtocolMessage.IssuerAddress))
        {
            context.Response.Redirect("/entrar?externo=abierta");
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    /// <summary>A return that we did not ask for leads to the front page too, and never where it says.</summary>
    private static Task Home(RemoteSignOutContext context)
    {
        context.Response.Redirect("/");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>A person who cancelled or a provider that misbehaved: back to the page, with a sentence and no detail.</summary>
    private static Task TellAsync(RemoteFailureContext context)
    {
        // The handler has logged where; anybody may bring this about, so a line is enough.
        context.HttpContext.RequestServices.GetRequiredService<ILogger<OpenIdConnectHandler>>()
            .LogWarning("Sign-in through the identity provider failed: {Reason}", context.Failure?.Message);
        context.Response.Redirect(IsAway(context.Failure) ? "/entrar?externo=caido" : "/entrar?externo=no");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>Whether the provider did not answer at all.</summary>
    private static bool IsAway(Exception? failure) =>
        failure is HttpRequestException or IOException or TaskCanceledException || (failure?.InnerException is { } inner && IsAway(inner));
}
