using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Acervo.Platform.Accounts.Oidc;

/// <summary>The provider's signed word about who came (OpenID Connect Core, 3.1.3.7). Believed only when every check passes.</summary>
public static class IdToken
{
    /// <summary>How far two clocks may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <summary>The key that the token says it is signed with; empty when it does not say.</summary>
    public static string KeyIdOf(string token) => Text(Part(Split(token)[0]), "kid") ?? "";

    /// <summary>The claims of a token that is genuine, for us, fresh, and the answer to our question.</summary>
    /// <exception cref="RuleException">It is not.</exception>
    public static JsonElement Read(string token, OidcProvider provider, string clientId, string nonce, DateTimeOffset now)
    {
        var parts = Split(token);
        var header = Part(parts[0]);
        var (algorithm, keyId) = (Text(header, "alg"), Text(header, "kid"));
        var key = provider.Keys.FirstOrDefault(key => key.Algorithm == algorithm && (keyId is null || key.Id == keyId));
        Refuse(key is null || !key.Signed(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Bytes(parts[2])), "la firma no es válida");

        var claims = Part(parts[1]);
        Refuse(Text(claims, "iss") != provider.Issuer, "lo emitió otro servicio");
        Refuse(!IsFor(claims, clientId), "es para otro programa");
        Refuse(Text(claims, "nonce") != nonce, "no responde a esta solicitud");
        Refuse(Moment(claims, "exp") is not { } expiry || expiry + Skew < now, "venció");
        Refuse(Moment(claims, "iat") is { } issued && issued - Skew > now, "tiene fecha futura");
        Refuse(string.IsNullOrEmpty(Text(claims, "sub")), "no dice de quién es");
        return claims;
    }

    public static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsFor(JsonElement claims, string clientId)
    {
        if (!claims.TryGetProperty("aud", out var audience))
        {
            return false;
        }

        var isOnlyOurs = audience.ValueKind == JsonValueKind.String
            ? audience.GetString() == clientId
            : audience.ValueKind == JsonValueKind.Array && audience.GetArrayLength() == 1 && audience[0].ToString() == clientId;
        var isAmongOurs = audience.ValueKind == JsonValueKind.Array && audience.EnumerateArray().Any(one => one.ToString() == clientId);
        return isOnlyOurs || (isAmongOurs && Text(claims, "azp") == clientId);
    }

    private static DateTimeOffset? Moment(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string[] Split(string token)
    {
        var parts = token.Split('.');
        Refuse(parts.Length != 3, "está incompleta");
        return parts;
    }

    private static JsonElement Part(string encoded)
    {
        try
        {
            return JsonDocument.Parse(Bytes(encoded)).RootElement.Clone();
        }
        catch (JsonException inner)
        {
            throw new RuleException("La respuesta del servicio de identidad no se puede aceptar: está mal formada.", inner);
        }
    }

    private static byte[] Bytes(string encoded)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(encoded);
        }
        catch (FormatException inner)
        {
            throw new RuleException("La respuesta del servicio de identidad no se puede aceptar: está mal formada.", inner);
        }
    }

    private static void Refuse(bool wrong, string why)
    {
        if (wrong)
        {
            throw new RuleException($"La respuesta del servicio de identidad no se puede aceptar: {why}.");
        }
    }
}
