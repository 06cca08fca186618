using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>
/// Keeps the form that arrives after its session ended, so that nothing typed is lost without JavaScript either: encrypted in the
/// database, for the same browser only, for two hours, to be taken up once.
/// </summary>
public sealed class KeptForms(AppDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string CookieName = "acervo.retomar";

    private const int LargestForm = 1024 * 1024;

    private const int MostForms = 200;

    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private readonly IDataProtector seal = protection.CreateProtector("Acervo.KeptForms");

    /// <summary>Keeps the fields of a request, if it is an ordinary form, and gives the browser the key to them.</summary>
    public async Task<bool> KeepAsync(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is null or > LargestForm || !IsOurPage(request))
        {
            return false;
        }

        var form = await request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(field => field.Key != "__RequestVerificationToken").SelectMany(field => field.Value.Select(value => new KeptField(field.Key, value ?? ""))).ToList();
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var sealedBytes = seal.Protect(JsonSerializer.SerializeToUtf8Bytes(new KeptForm(request.Path.Value!, fields)));
        var (hash, now) = (HashOf(token), clock.GetUtcNow().UtcDateTime);
        await db.Database.ExecuteSqlAsync($"""
            DELETE FROM app.kept_forms WHERE kept_at < {now - Life}
                OR token_hash IN (SELECT token_hash FROM app.kept_forms ORDER BY kept_at DESC OFFSET {MostForms})
            """, http.RequestAborted);
        await db.Database.ExecuteSqlAsync($"INSERT INTO app.kept_forms (token_hash, sealed, kept_at) VALUES ({hash}, {sealedBytes}, {now})", http.RequestAborted);
        http.Response.Cookies.Append(CookieName, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, MaxAge = Life, Path = "/retomar" });
        return true;
    }

    /// <summary>Hands over, once, what this browser had typed; null when there is nothing, or it is too old.</summary>
    public async Task<KeptForm?> FindAsync(string? token, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = HashOf(token);
        var since = clock.GetUtcNow().UtcDateTime - Life;
        var kept = await db.Database.SqlQuery<byte[]>($"DELETE FROM app.kept_forms WHERE token_hash = {hash} AND kept_at >= {since} RETURNING sealed AS \"Value\"").ToListAsync(cancel);
        return kept.Count == 0 ? null : JsonSerializer.Deserialize<KeptForm>(seal.Unprotect(kept[0]));
    }

    /// <summary>A page of ours whose session ended: it carries the session's cookie and comes from this very site.</summary>
    private static bool IsOurPage(HttpRequest request) =>
        request.Cookies.ContainsKey("acervo")
        && (request.Path.StartsWithSegments("/fichas", StringComparison.Ordinal) || request.Path.StartsWithSegments("/revision", StringComparison.Ordinal))
        && (request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin")
        && (request.Headers.Origin.Count == 0 || request.Headers.Origin == $"{request.Scheme}://{request.Host}")
        && !request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal);

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}

/// <summary>Where a form was going and what it said.</summary>
public sealed record KeptForm(string Path, IReadOnlyList<KeptField> Fields);

/// <summary>One field of a kept form.</summary>
public sealed record KeptField(string Name, string Value);
