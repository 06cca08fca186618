using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts.Oidc;

/// <summary>
/// OpenID Connect on top of the framework's OAuth handler, which does state, correlation, PKCE and the exchange of the code; here stand the
/// discovery of addresses, the nonce, and the check of the identity token.
/// </summary>
internal sealed class OidcHandler(
    IOptionsMonitor<OAuthOptions> options, ILoggerFactory log, UrlEncoder encoder, OidcDiscovery discovery, IOptions<OidcSettings> settings)
    : OAuthHandler<OAuthOptions>(options, log, encoder)
{
    public const string Name = "oidc";

    public const string Issuer = "iss";

    private const string Nonce = ".nonce";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await DiscoverAsync(newKeys: false);
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        properties.Items[Nonce] = nonce;
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), "nonce", nonce);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await DiscoverAsync(newKeys: false);
        return await base.HandleRemoteAuthenticateAsync();
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties,
        OAuthTokenResponse tokens)
    {
        var token = IdToken.Text(tokens.Response!.RootElement, "id_token")
            ?? throw new RuleException("El servicio de identidad no dijo quién entra: falta el id_token.");
        var provider = await DiscoverAsync(newKeys: false);
        if (!provider.Keys.Any(key => key.Id == IdToken.KeyIdOf(token)))
        {
            provider = await DiscoverAsync(newKeys: true);
        }

        var claims = IdToken.Read(token, provider, Options.ClientId, properties.Items[Nonce] ?? "", TimeProvider.GetUtcNow());
        Add(identity, claims, IdToken.Text(claims, "sub")!, provider.Issuer);
        if (IdToken.Text(claims, "email") is null && provider.UserInfoEndpoint is not null && tokens.AccessToken is not null)
        {
            await AddUserInfoAsync(identity, provider.UserInfoEndpoint, tokens.AccessToken, IdToken.Text(claims, "sub")!);
        }

        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Name);
    }

    private async Task<OidcProvider> DiscoverAsync(bool newKeys)
    {
        var provider = await discovery.ReadAsync(Backchannel, settings.Value.Authority, newKeys, Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (provider.AuthorizationEndpoint, provider.TokenEndpoint);
        return provider;
    }

    /// <summary>Some providers tell the e-mail only here; it counts only when it is about the same person as the token.</summary>
    private async Task AddUserInfoAsync(ClaimsIdentity identity, string address, string accessToken, string subject)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await Backchannel.SendAsync(request, Context.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var claims = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Context.RequestAborted));
        if (IdToken.Text(claims.RootElement, "sub") != subject)
        {
            throw new RuleException("El servicio de identidad respondió por otra persona.");
        }

        Copy(identity, claims.RootElement);
    }

    private void Add(ClaimsIdentity identity, JsonElement claims, string subject, string issuer)
    {
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, subject));
        identity.AddClaim(new Claim(Issuer, issuer));
        Copy(identity, claims);
    }

    private void Copy(ClaimsIdentity identity, JsonElement claims)
    {
        foreach (var name in new[] { "email", "email_verified", "name", settings.Value.UnitClaim })
        {
            if (name is not null && claims.TryGetProperty(name, out var value))
            {
                identity.AddClaim(new Claim(name, value.ToString()));
            }
        }
    }
}
