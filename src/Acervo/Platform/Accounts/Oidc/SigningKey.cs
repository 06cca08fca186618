using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Acervo.Platform.Accounts.Oidc;

/// <summary>A public key of the provider. The key says which algorithm it is for; what a token claims is only compared with it.</summary>
public sealed record SigningKey(string Id, string Algorithm, RSAParameters? Rsa, ECParameters? Curve)
{
    /// <summary>A key for signatures that we know how to check (RS256 or ES256); null for others.</summary>
    public static SigningKey? Read(JsonElement key)
    {
        if (Text(key, "use") is "enc")
        {
            return null;
        }

        return (Text(key, "kty"), Text(key, "alg"), Text(key, "crv")) switch
        {
            ("RSA", null or "RS256", _) => new SigningKey(
                Text(key, "kid") ?? "", "RS256", new RSAParameters { Modulus = Bytes(key, "n"), Exponent = Bytes(key, "e") }, null),
            ("EC", null or "ES256", "P-256") => new SigningKey(
                Text(key, "kid") ?? "", "ES256", null,
                new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Bytes(key, "x"), Y = Bytes(key, "y") } }),
            _ => null,
        };
    }

    public bool Signed(byte[] message, byte[] signature)
    {
        if (Rsa is { } parameters)
        {
            using var rsa = RSA.Create(parameters);
            return rsa.KeySize >= 2048 && rsa.VerifyData(message, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var curve = ECDsa.Create(Curve!.Value);
        return curve.VerifyData(message, signature, HashAlgorithmName.SHA256);
    }

    private static string? Text(JsonElement key, string name) => key.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static byte[] Bytes(JsonElement key, string name) => WebEncoders.Base64UrlDecode(Text(key, name) ?? "");
}
