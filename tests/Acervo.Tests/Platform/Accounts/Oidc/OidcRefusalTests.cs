using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Acervo.Tests.Platform.Accounts.Oidc;

/// <summary>Every way in which the word of an identity provider is not to be believed.</summary>
public sealed class OidcRefusalTests(OidcRefusalTests.Site site) : IClassFixture<OidcRefusalTests.Site>, IAsyncLifetime
{
    private readonly TestProvider provider = site.Provider;

    public static TheoryData<string, string?> Lies => new()
    {
        { "nonce", "otro" }, { "nonce", null }, { "aud", "otro-programa" }, { "aud", null }, { "iss", "https://otro.example" }, { "iss", null },
        { "exp", "1000" }, { "exp", null }, { "iat", "32503680000" }, { "azp", "otro-programa" }, { "sub", null }, { "sub", "" },
    };

    public static TheoryData<string> Forgeries =>
        ["none", "None with signature", "other key", "HMAC with the public key", "changed after signing", "no parts", "unknown key"];

    public ValueTask InitializeAsync()
    {
        (provider.Spoil, provider.Forge) = (_ => { }, null);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_answer_opens_once_and_leads_nowhere_but_here()
    {
        using var visitor = site.App.CreateClient();
        var asked = await visitor.VisitAsync("/entrar/externo?volver=https://malo.example/");
        var answer = new Uri((await visitor.VisitAsync(asked.Location!)).Location!).PathAndQuery;
        var back = (await visitor.VisitAsync(answer)).Location;
        Assert.Equal("/entrar/externo/regreso?volver=%2Finicio", back);
        Assert.Equal("/inicio", (await visitor.VisitAsync(back!)).Location);
        Assert.Equal("/entrar?externo=no", (await visitor.VisitAsync(answer)).Location);
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_token_with_a_wrong_claim_is_refused(string claim, string? value)
    {
        provider.Spoil = claims =>
        {
            claims.Remove(claim);
            if (value is not null)
            {
                claims[claim] = long.TryParse(value, out var number) ? JsonValue.Create(number) : JsonValue.Create(value);
            }
        };
        await AssertRefusedAsync();
    }

    [Fact]
    public async Task A_token_for_several_programs_must_say_that_we_asked()
    {
        provider.Spoil = claims => claims["aud"] = new JsonArray(TestProvider.ClientId, "otro-programa");
        await AssertRefusedAsync();
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_token_that_the_provider_did_not_sign_is_refused(string forgery)
    {
        using var stranger = RSA.Create(2048);
        provider.Forge = (header, claims) => Forge(forgery, header, claims, stranger);
        await AssertRefusedAsync();
    }

    private string Forge(string forgery, JsonObject header, JsonObject claims, RSA stranger)
    {
        switch (forgery)
        {
            case "none":
                header["alg"] = "none";
                return $"{TestProvider.Encode(header)}.{TestProvider.Encode(claims)}.";
            case "None with signature":
                header["alg"] = "None";
                return provider.Sign(header, claims);
            case "HMAC with the public key":
                header["alg"] = "HS256";
                var signed = $"{TestProvider.Encode(header)}.{TestProvider.Encode(claims)}";
                return $"{signed}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(provider.PublicKeyBytes(), Encoding.ASCII.GetBytes(signed)))}";
            case "changed after signing":
                var parts = provider.Sign(header, claims).Split('.');
                claims["sub"] = "otra-persona";
                return $"{parts[0]}.{TestProvider.Encode(claims)}.{parts[2]}";
            case "no parts":
                return "esto.no";
            case "unknown key":
                header["kid"] = "nadie";
                return provider.Sign(header, claims);
            default:
                var text = $"{TestProvider.Encode(header)}.{TestProvider.Encode(claims)}";
                return $"{text}.{WebEncoders.Base64UrlEncode(stranger.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
        }
    }

    private async Task AssertRefusedAsync()
    {
        var before = provider.TokensIssued;
        using var visitor = site.App.CreateClient();
        Assert.Contains("No pudimos comprobar quién es usted", (await visitor.FollowAsync("/entrar/externo")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(before + 1, provider.TokensIssued);
        Assert.Null(visitor.Cookie("acervo"));
        Assert.Null(visitor.Cookie("acervo.externo"));
    }

    /// <summary>A site and its provider, where the person of the token has an account.</summary>
    public sealed class Site : IAsyncLifetime
    {
        public AppHost App { get; private set; } = null!;

        internal TestProvider Provider { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Provider = await TestProvider.StartAsync();
            App = await AppHost.StartAsync(Provider.Settings());
            await App.SeedAsync(Cast.Contributor());
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }
}
