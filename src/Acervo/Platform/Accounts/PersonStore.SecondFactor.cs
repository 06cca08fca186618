using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>The second factor's part of the store: the shared secret is encrypted, recovery codes are hashed, both work once.</summary>
public sealed partial class PersonStore
    : IUserTwoFactorStore<Person>, IUserAuthenticatorKeyStore<Person>, IUserTwoFactorRecoveryCodeStore<Person>
{
    private IDataProtector Secrets => protection.CreateProtector(SecondFactor.Purpose);

    public Task<bool> GetTwoFactorEnabledAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetTwoFactorEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken) => Set(() => user.TwoFactorEnabled = enabled);

    public Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is null ? null : Secrets.Unprotect(user.AuthenticatorKey));

    public Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken) =>
        Set(() => user.AuthenticatorKey = Secrets.Protect(key));

    public async Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        await db.Set<RecoveryCode>().Where(code => code.PersonId == user.Id).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(recoveryCodes.Select(code => new RecoveryCode(user.Id, HashOf(code))));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Deleting is using: of two requests with the same code, the database lets one delete it.</summary>
    public async Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        var hash = HashOf(code);
        return await db.Set<RecoveryCode>().Where(one => one.PersonId == user.Id && one.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    public Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) =>
        db.Set<RecoveryCode>().CountAsync(code => code.PersonId == user.Id, cancellationToken);

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()));
}
