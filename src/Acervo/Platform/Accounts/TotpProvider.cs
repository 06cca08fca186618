using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>Checks the code of an authenticator application. A code is accepted once, and none older than it afterwards.</summary>
internal sealed class TotpProvider(AppDb db, TimeProvider clock) : IUserTwoFactorTokenProvider<Person>
{
    public Task<string> GenerateAsync(string purpose, UserManager<Person> manager, Person user) =>
        throw new NotSupportedException("The person's telephone makes the codes.");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key)
        {
            return false;
        }

        var (secret, given, now) = (Totp.Decode(key), Encoding.UTF8.GetBytes(token), Totp.StepAt(clock.GetUtcNow()));
        long matched = 0;
        foreach (var step in (long[])[now - 1, now, now + 1])
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Totp.CodeAt(secret, step))))
            {
                matched = step;
            }
        }

        return matched != 0 && await db.People.Where(person => person.Id == user.Id && person.LastCodeStep < matched)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.LastCodeStep, matched)) == 1;
    }

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Person> manager, Person user) =>
        await manager.GetAuthenticatorKeyAsync(user) is not null;
}
