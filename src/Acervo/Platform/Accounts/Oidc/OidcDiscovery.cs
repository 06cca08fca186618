using System.Text.Json;

namespace Acervo.Platform.Accounts.Oidc;

/// <summary>What the identity provider says of itself: its addresses and the keys it signs with. Read when first needed, and again when old.</summary>
public sealed class OidcDiscovery(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim one = new(1, 1);
    private (DateTimeOffset At, OidcProvider Provider)? known;

    /// <summary>The provider; <paramref name="newKeys"/> asks again when a token is signed with a key not seen before.</summary>
    /// <exception cref="RuleException">It speaks for another issuer than the one configured.</exception>
    public async Task<OidcProvider> ReadAsync(HttpClient http, string authority, bool newKeys, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            if (known is { } read && now - read.At < (newKeys ? Patience : Fresh))
            {
                return read.Provider;
            }

            var provider = await FetchAsync(http, authority.TrimEnd('/'), cancel);
            known = (now, provider);
            return provider;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private static async Task<OidcProvider> FetchAsync(HttpClient http, string authority, CancellationToken cancel)
    {
        using var document = JsonDocument.Parse(await http.GetStringAsync($"{authority}/.well-known/openid-configuration", cancel));
        var root = document.RootElement;
        var issuer = root.GetProperty("issuer").GetString()!;
        if (issuer.TrimEnd('/') != authority)
        {
            throw new RuleException("El servicio de identidad dice ser otro que el configurado.");
        }

        using var keys = JsonDocument.Parse(await http.GetStringAsync(root.GetProperty("jwks_uri").GetString(), cancel));
        return new OidcProvider(
            issuer,
            root.GetProperty("authorization_endpoint").GetString()!,
            root.GetProperty("token_endpoint").GetString()!,
            root.TryGetProperty("userinfo_endpoint", out var userInfo) ? userInfo.GetString() : null,
            [.. keys.RootElement.GetProperty("keys").EnumerateArray().Select(SigningKey.Read).OfType<SigningKey>()]);
    }
}

/// <summary>An identity provider as it describes itself.</summary>
public sealed record OidcProvider(string Issuer, string AuthorizationEndpoint, string TokenEndpoint, string? UserInfoEndpoint, IReadOnlyList<SigningKey> Keys);
