using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts;

/// <summary>Lets people in and out: Identity's sign-in with our sessions, our count of tries, and the same answer for addresses that nobody has.</summary>
public sealed class Doorkeeper(
    UserManager<Person> people,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Person> claims,
    IOptions<IdentityOptions> options,
    ILoggerFactory logs,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Person> confirmation,
    Sessions sessions,
    Tries tries,
    KnownDevices devices)
    : SignInManager<Person>(people, http, claims, options, logs.CreateLogger<SignInManager<Person>>(), schemes, confirmation)
{
    private static readonly Person Nobody = new() { Name = "", Email = "" };

    /// <summary>A hash that no password has: an unknown address costs the same time as a known one.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => AccountsSetup.NewHasher().HashPassword(Nobody, Guid.NewGuid().ToString()));

    private CancellationToken Cancel => Context.RequestAborted;

    /// <summary>First step: e-mail and password. Failure does not say which of them was wrong, nor whether the person is disabled.</summary>
    public async Task<SignInResult> EnterAsync(string email, string password)
    {
        var person = await UserManager.FindByEmailAsync(email.Trim());
        var taken = await TakeAsync("account", Person.Normalize(email), person);
        if (person?.PasswordHash is null || !await CanSignInAsync(person))
        {
            SpendTimeOn(password);
            return SignInResult.Failed;
        }

        var result = await PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: false);
        if (result.Succeeded || result.RequiresTwoFactor)
        {
            await tries.ForgiveAsync(taken, Cancel);
        }

        return result;
    }

    /// <summary>Second step: a code of the telephone or, instead, a recovery code.</summary>
    public async Task<SignInResult> EnterWithCodeAsync(string code, bool isRecoveryCode)
    {
        var person = await GetTwoFactorAuthenticationUserAsync();
        if (person is null)
        {
            return SignInResult.Failed;
        }

        var taken = await TakeAsync("code", person.Id.ToString(CultureInfo.InvariantCulture), person);
        var digits = string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)));
        var result = isRecoveryCode
            ? await TwoFactorRecoveryCodeSignInAsync(digits.ToUpperInvariant())
            : await TwoFactorAuthenticatorSignInAsync(digits, isPersistent: false, rememberClient: false);
        if (result.Succeeded)
        {
            await tries.ForgiveAsync(taken, Cancel);
        }

        return result;
    }

    /// <summary>
    /// First step through the organisation's identity provider; our own second factor is still asked for. Its session goes along as the way
    /// of signing in, through the second step too, so that ours is known to hang on it.
    /// </summary>
    public Task<SignInResult> EnterFromOutsideAsync(Person person, string session) => SignInOrTwoFactorAsync(person, isPersistent: false, session);

    public override async Task SignInWithClaimsAsync(Person user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        await sessions.EndAsync(Sessions.IdIn(Context.User), Cancel);
        List<Claim> carried = [.. additionalClaims];
        var outside = carried.Find(claim => claim.Type == ClaimTypes.AuthenticationMethod)?.Value;
        var session = await sessions.OpenAsync(user, Context.Request, Cancel, outside);
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. carried, session]);
        Trust(user);
    }

    /// <summary>From now on this browser is known as one of this person's: it opens nothing, and strangers do not close it.</summary>
    public void Trust(Person person) => devices.Remember(Context, person);

    public override async Task SignOutAsync()
    {
        await sessions.EndAsync(Sessions.IdIn(Context.User), Cancel);
        await base.SignOutAsync();
    }

    public override Task<bool> CanSignInAsync(Person user) => Task.FromResult(user.DisabledAt is null);

    /// <summary>No browser is excused from the second factor.</summary>
    public override Task<bool> IsTwoFactorClientRememberedAsync(Person user) => Task.FromResult(false);

    /// <summary>A browser that the person entered in before has a count of its own, which neither strangers nor their network fill.</summary>
    private Task<Try> TakeAsync(string door, string who, Person? person) => devices.Find(Context.Request, person) is { } device
        ? tries.TakeAsync($"{door}-device:{device}", Cancel)
        : tries.TakeAsync($"{door}:{who}", Context.Connection.RemoteIpAddress, Cancel);

    private void SpendTimeOn(string password) =>
        UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
}
