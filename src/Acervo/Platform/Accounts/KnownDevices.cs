using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Acervo.Platform.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts;

/// <summary>
/// Knows the browsers in which somebody entered before, by a cookie that only we can have written (OWASP's device cookies). Tries from one of
/// them are counted apart, so that strangers who guess cannot keep the owner out, and a stolen cookie gives no more tries than a stranger has.
/// It opens nothing by itself, nothing about it is kept on our side, and another password makes it worthless.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, IConfiguration configuration, IOptions<AccountsSettings> settings, TimeProvider clock)
{
    /// <summary>Without the word that tells a session: the public pages stay the same for this browser.</summary>
    private const string CookieName = "equipo";

    /// <summary>People who share one browser.</summary>
    private const int MostPeople = 5;

    private readonly IDataProtector seal = protection.CreateProtector("Acervo.Accounts.KnownDevices");
    private readonly string cookie = SiteCookies.NameOf(CookieName, configuration);

    private TimeSpan Life => TimeSpan.FromDays(settings.Value.DeviceDays);

    /// <summary>The name of this browser for this person; null where they never entered, or not since the password is another.</summary>
    public string? Find(HttpRequest request, Person? person)
    {
        // Read whoever is asked for: an address that nobody has takes no less time.
        var devices = Read(request);
        return person?.PasswordHash is { } hash ? devices.Find(one => one.PersonId == person.Id && one.Password == Print(hash))?.Nonce : null;
    }

    /// <summary>The person is in, or has shown that the account is theirs: from now on this browser is one of theirs.</summary>
    public void Remember(HttpContext http, Person person)
    {
        if (person.PasswordHash is null)
        {
            return;
        }

        var nonce = Find(http.Request, person) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        List<Device> devices =
        [
            new(person.Id, nonce, Print(person.PasswordHash), clock.GetUtcNow().UtcDateTime),
            .. Read(http.Request).Where(one => one.PersonId != person.Id).Take(MostPeople - 1),
        ];
        http.Response.Cookies.Append(cookie, seal.Protect(JsonSerializer.Serialize(devices)),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Life, Path = "/" });
    }

    /// <summary>Those that the cookie tells and are not too old; none when it is not ours.</summary>
    private List<Device> Read(HttpRequest request)
    {
        if (request.Cookies[cookie] is not { Length: > 0 } sent)
        {
            return [];
        }

        try
        {
            var since = clock.GetUtcNow().UtcDateTime - Life;
            var devices = JsonSerializer.Deserialize<List<Device>>(seal.Unprotect(sent)) ?? [];
            return devices.FindAll(one => one.At > since);
        }
        catch (CryptographicException)
        {
            // Somebody else wrote it, or it is from before the keys were made anew: a browser like any other.
            return [];
        }
    }

    /// <summary>Enough of the stored hash to know that it is another one; it travels sealed.</summary>
    private static string Print(string passwordHash) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(passwordHash)).AsSpan(0, 16));

    /// <summary>That a person entered here, when, and by which password.</summary>
    private sealed record Device(int PersonId, string Nonce, string Password, DateTime At);
}
