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

        var matched = Totp.StepOf(token, Totp.Decode(key), clock.GetUtcNow());
        return matched != 0 && await db.People.Where(person => person.Id == user.Id && person.LastCodeStep < matched)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.LastCodeStep, matched)) == 1;
    }

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Person> manager, Person user) =>
        await manager.GetAuthenticatorKeyAsync(user) is not null;
}
