using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Acervo.Tests.Platform.Accounts.Oidc;

/// <summary>A small real OpenID Connect provider on loopback: authorization code with PKCE, RS256. Tests spoil one thing at a time.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "acervo-pruebas";

    public const string ClientSecret = "secreto-de-pruebas";

    private readonly WebApplication server;
    private readonly RSA rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, IQueryCollection> codes = new();

    private TestProvider(WebApplication server) => this.server = server;

    public string Issuer { get; private set; } = "";

    /// <summary>The last thing in which the claims, about to be signed, can be changed.</summary>
    public Action<JsonObject> Spoil { get; set; } = _ => { };

    /// <summary>Makes the token from header and claims; by default signs it.</summary>
    public Func<JsonObject, JsonObject, string>? Forge { get; set; }

    /// <summary>How often the exchange of a code went well, so that a refusal is known to be about the token.</summary>
    public int TokensIssued { get; private set; }

    public JsonObject UserInfo { get; } = new() { ["sub"] = "persona-7" };

    public string KeyId { get; set; } = "llave-1";

    /// <summary>The session at the provider, as its tokens name it.</summary>
    public string Session { get; set; } = "sesion-1";

    /// <summary>Whether its own sessions can be ended from outside.</summary>
    public bool HasEnd { get; set; } = true;

    /// <summary>Stops answering, as when the line is cut.</summary>
    public Task StopAsync() => server.StopAsync();

    /// <summary>A word from server to server that a session is over, which the test may spoil.</summary>
    public string LogoutToken(Action<JsonObject>? spoil = null, string type = "logout+jwt")
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["sub"] = "persona-7",
            ["sid"] = Session,
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["iat"] = now,
            ["exp"] = now + 120,
            ["events"] = new JsonObject { ["http://schemas.openid.net/event/backchannel-logout"] = new JsonObject() },
        };
        spoil?.Invoke(claims);
        return Sign(new JsonObject { ["alg"] = "RS256", ["typ"] = type, ["kid"] = KeyId }, claims);
    }

    public static async Task<TestProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var provider = new TestProvider(server);
        server.MapGet("/.well-known/openid-configuration", provider.Discovery);
        server.MapGet("/jwks", provider.Keys);
        server.MapGet("/authorize", provider.Authorize);
        server.MapPost("/token", provider.TokenAsync);
        server.MapGet("/end", provider.End);
        server.MapGet("/userinfo", () => Results.Text(provider.UserInfo.ToJsonString(), "application/json"));
        await server.StartAsync();
        provider.Issuer = server.Urls.First();
        return provider;
    }

    public (string Key, string? Value)[] Settings(params (string Key, string? Value)[] more) =>
    [
        ("Accounts:Oidc:Authority", Issuer), ("Accounts:Oidc:ClientId", ClientId), ("Accounts:Oidc:ClientSecret", ClientSecret), .. more,
    ];

    public string Sign(JsonObject header, JsonObject claims)
    {
        var text = $"{Encode(header)}.{Encode(claims)}";
        return $"{text}.{WebEncoders.Base64UrlEncode(rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public static string Encode(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));

    public byte[] PublicKeyBytes() => Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        rsa.Dispose();
    }

    private IResult Discovery() => Results.Json(new
    {
        issuer = Issuer,
        authorization_endpoint = Issuer + "/authorize",
        token_endpoint = Issuer + "/token",
        userinfo_endpoint = Issuer + "/userinfo",
        jwks_uri = Issuer + "/jwks",
        end_session_endpoint = HasEnd ? Issuer + "/end" : null,
    });

    private IResult Keys()
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", kid = KeyId, n = WebEncoders.Base64UrlEncode(key.Modulus!), e = WebEncoders.Base64UrlEncode(key.Exponent!) } },
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        Assert.Equal("S256", request.Query["code_challenge_method"]);
        Assert.Equal("code", request.Query["response_type"]);
        var code = Guid.NewGuid().ToString("N");
        codes[code] = request.Query;
        return Results.Redirect(QueryHelpers.AddQueryString(request.Query["redirect_uri"]!,
            new Dictionary<string, string?> { ["code"] = code, ["state"] = request.Query["state"] }));
    }

    private IResult End(HttpRequest request)
    {
        Assert.Equal(ClientId, request.Query["client_id"]);
        return Results.Redirect(QueryHelpers.AddQueryString(request.Query["post_logout_redirect_uri"]!, "state", request.Query["state"].ToString()));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!codes.TryRemove(form["code"]!, out var asked) || asked["code_challenge"] != challenge || asked["redirect_uri"] != form["redirect_uri"]
            || form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["sub"] = "persona-7",
            ["sid"] = Session,
            ["nonce"] = asked["nonce"].ToString(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
            ["email"] = "lucia.barragan@example.gov.co",
            ["email_verified"] = true,
            ["name"] = "Lucía Barragán Toro",
        };
        Spoil(claims);
        TokensIssued++;
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = KeyId };
        return Results.Json(new { access_token = "acceso", token_type = "Bearer", id_token = (Forge ?? Sign)(header, claims) });
    }
}
