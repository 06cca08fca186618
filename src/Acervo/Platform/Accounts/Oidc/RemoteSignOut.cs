using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Acervo.Platform.Accounts.Oidc;

/// <summary>
/// Ends our sessions when the provider says that theirs ended: by a frame in the browser (Front-Channel Logout, GET with <c>iss</c> and
/// <c>sid</c>) or from server to server (Back-Channel Logout, POST with a signed <c>logout_token</c>).
/// </summary>
internal sealed class RemoteSignOut(AppDb db, Sessions sessions, TimeProvider clock)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    public async Task HeedAsync(RemoteSignOutContext context)
    {
        context.HandleResponse();
        context.Response.Headers.CacheControl = "no-store";
        var cancel = context.HttpContext.RequestAborted;
        if (context.ProtocolMessage is not { } message || (HttpMethods.IsPost(context.Request.Method) && message.GetParameter("logout_token") is null))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (message.GetParameter("logout_token") is { } token)
        {
            var believed = await BelieveAsync(token, context.Options, cancel);
            context.Response.StatusCode = believed is { } word ? await EndAsync(word, cancel) : StatusCodes.Status400BadRequest;
        }
        else if (message.Iss is { } issuer && message.Sid is { Length: > 0 } session)
        {
            // No cookie of ours travels into a foreign frame: the name of the session is what it is known by.
            context.Response.StatusCode = await EndAsync(new Word(issuer, null, session, clock.GetUtcNow().UtcDateTime), cancel);
        }
    }

    /// <summary>What a genuine logout token says (Back-Channel Logout 1.0, 2.6); null when it is not one.</summary>
    private static async Task<Word?> BelieveAsync(string token, OpenIdConnectOptions options, CancellationToken cancel)
    {
        var checks = options.TokenValidationParameters.Clone();
        (checks.ValidAudience, checks.ConfigurationManager) = (options.ClientId, (BaseConfigurationManager)options.ConfigurationManager!);
        await options.ConfigurationManager!.GetConfigurationAsync(cancel);
        var result = await options.TokenHandler.ValidateTokenAsync(token, checks);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken { Subject: var subject } said
            || said.TryGetPayloadValue<object>("nonce", out _) || !said.TryGetPayloadValue<Dictionary<string, object>>("events", out var events)
            || !events.ContainsKey(Event))
        {
            return null;
        }

        said.TryGetPayloadValue<string>("sid", out var session);
        return subject.Length == 0 && session is null ? null : new Word(said.Issuer, subject.Length == 0 ? null : subject, session, said.IssuedAt);
    }

    /// <summary>Only sessions that began before the word was given: the same word sent again later ends nothing new.</summary>
    private async Task<int> EndAsync(Word word, CancellationToken cancel)
    {
        var (named, ofIssuer) = (OidcAnswers.SessionOf(word.Issuer, word.Session), OidcAnswers.SessionOf(word.Issuer, null));
        var subject = $"{word.Issuer}|{word.Subject}";
        var before = word.At.AddSeconds(1);
        var people = await db.People.Where(person => word.Session != null || person.ExternalSubject == subject)
            .Join(db.Sessions, person => person.Id, session => session.PersonId, (person, session) => new { person, session })
            .Where(one => one.session.StartedAt < before && (one.session.Outside == named
                || (one.person.ExternalSubject == subject
                    && (word.Session == null ? one.session.Outside!.StartsWith(ofIssuer) : one.session.Outside == ofIssuer))))
            .ToListAsync(cancel);
        Guid[] ids = [.. people.Select(one => one.session.Id)];
        people.ForEach(one => one.person.Note("session.ended-outside", one.person.Id));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        // One that its owner ends at this moment must not keep the others open.
        await db.Sessions.Where(session => ids.Contains(session.Id)).ExecuteDeleteAsync(cancel);
        people.ForEach(one => db.Entry(one.session).State = EntityState.Detached);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        people.ForEach(one => sessions.Forget(one.session.Id));
        return StatusCodes.Status200OK;
    }

    /// <summary>Whose sessions ended, at which provider and when.</summary>
    private sealed record Word(string Issuer, string? Subject, string? Session, DateTime At);
}
