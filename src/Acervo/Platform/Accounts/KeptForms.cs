using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Acervo.Platform.Http.Bodies;
using Acervo.Platform.Turns;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts;

/// <summary>
/// Keeps the form that arrives after its session ended, so that nothing typed is lost without JavaScript either: encrypted in the
/// database, for the person whose session it was and the browser it came from, for two hours, to be taken up once. Any page of ours counts whose
/// form asks for something (<see cref="Asked"/>); a press of a button alone is not kept, nor passwords, codes and files.
/// </summary>
public sealed class KeptForms(AppDb db, IDataProtectionProvider protection, IOptionsMonitor<CookieAuthenticationOptions> cookies, UploadFolder folder,
    FormPlaces places)
{
    public const string CookieName = "acervo.retomar";

    private const int LargestForm = 1024 * 1024;

    /// <summary>Of one person: more than anybody loses in two hours.</summary>
    private const int MostForms = 10;

    private const int MostAMinute = 5;

    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private readonly IDataProtector seal = protection.CreateProtector("Acervo.KeptForms");

    /// <summary>Keeps the fields of a request, if somebody we know answered an ordinary form, and gives the browser the key to them.</summary>
    public async Task<bool> KeepAsync(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is null or > LargestForm || !IsOurPage(request)
            || WhoseSessionEnded(http) is not { } person)
        {
            return false;
        }

        if (await ReadAsync(request, person) is not { } form || !Asked.Of(form[Asked.FieldName].ToString()).IsAnswered(name => form[name].ToString()))
        {
            return false;
        }

        // The page that takes it up has a token and a key of its own.
        var fields = form.Where(field => field.Key is not ("__RequestVerificationToken" or FormTag.KeyName))
            .SelectMany(field => field.Value.Select(value => new KeptField(field.Key, value ?? ""))).ToList();
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var sealedBytes = seal.Protect(JsonSerializer.SerializeToUtf8Bytes(new KeptForm(request.Path + request.QueryString, fields)));
        if (!await SaveAsync(token, person, sealedBytes, http.RequestAborted))
        {
            return false;
        }

        http.Response.Cookies.Append(CookieName, token,
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, MaxAge = Life, Path = "/retomar" });
        return true;
    }

    /// <summary>Null when it cannot be read, or this person sends too many at once: then it is not kept.</summary>
    private async Task<IFormCollection?> ReadAsync(HttpRequest request, int person)
    {
        var takes = new TakesAttribute(LargestForm);
        try
        {
            using var place = await places.EnterAsync(request, takes, person, request.HttpContext.RequestAborted);
            await using var sent = new SentForm(folder, takes);
            await sent.ReadAsync(request, request.HttpContext.RequestAborted);
            return request.Form;
        }
        catch (Exception lost) when (lost is TurnRefusedException or InvalidDataException or FormatException or IOException)
        {
            return null;
        }
    }

    /// <summary>Hands over, once, what this person had typed in this browser; null when there is nothing of theirs, or it is too old.</summary>
    public async Task<KeptForm?> FindAsync(string? token, int personId, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = HashOf(token);
        var since = await db.NowAsync(cancel) - Life;
        var kept = await db.Database.SqlQuery<byte[]>(
            $"DELETE FROM app.kept_forms WHERE token_hash = {hash} AND person_id = {personId} AND kept_at >= {since} RETURNING sealed AS \"Value\"")
            .ToListAsync(cancel);
        return kept.Count == 0 ? null : JsonSerializer.Deserialize<KeptForm>(seal.Unprotect(kept[0]));
    }

    /// <summary>Whether it was kept: no more than a few a minute, and the newest of each person only.</summary>
    private async Task<bool> SaveAsync(string token, int person, byte[] sealedBytes, CancellationToken cancel)
    {
        var (hash, now) = (HashOf(token), await db.NowAsync(cancel));
        var kept = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO app.kept_forms (token_hash, person_id, sealed, kept_at) SELECT {hash}, id, {sealedBytes}, {now} FROM app.people
            WHERE id = {person} AND (SELECT count(*) FROM app.kept_forms WHERE person_id = {person} AND kept_at > {now.AddMinutes(-1)}) < {MostAMinute}
            """, cancel);
        await db.Database.ExecuteSqlAsync($"""
            DELETE FROM app.kept_forms WHERE kept_at < {now - Life}
                OR token_hash IN (SELECT token_hash FROM app.kept_forms WHERE person_id = {person} ORDER BY kept_at DESC OFFSET {MostForms})
            """, cancel);
        return kept == 1;
    }

    /// <summary>Whoever the cookie was made for: it opens nothing any more, but only we can have written it.</summary>
    private int? WhoseSessionEnded(HttpContext http)
    {
        var options = cookies.Get(IdentityConstants.ApplicationScheme);
        var cookie = options.CookieManager.GetRequestCookie(http, options.Cookie.Name!);
        var ticket = string.IsNullOrEmpty(cookie) ? null : options.TicketDataFormat.Unprotect(cookie);
        return int.TryParse(ticket?.Principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    /// <summary>A page of ours, sent from this very site: only those that ask for a session come here.</summary>
    private static bool IsOurPage(HttpRequest request) =>
        request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
        && !request.Path.Value!.StartsWith("//", StringComparison.Ordinal)
        && (request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin")
        && (request.Headers.Origin.Count == 0 || request.Headers.Origin == $"{request.Scheme}://{request.Host}")
        && !request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal);

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}

/// <summary>Where a form was going and what it said.</summary>
public sealed record KeptForm(string Path, IReadOnlyList<KeptField> Fields);

/// <summary>One field of a kept form.</summary>
public sealed record KeptField(string Name, string Value);
