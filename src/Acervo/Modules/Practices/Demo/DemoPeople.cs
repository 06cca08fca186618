using System.Security.Cryptography;
using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Demo;

/// <summary>Brings the people of the demonstration in, each with a password that works once.</summary>
internal sealed class DemoPeople(AppDb db, Enrolment enrolment, UserManager<Person> people)
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Adds whoever is missing. Returns the one-time passwords of those, by address; nothing else ever shows them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> BringAsync(CancellationToken cancel)
    {
        Dictionary<string, string> passwords = new(StringComparer.Ordinal);
        foreach (var one in DemoPerson.All)
        {
            if (await people.FindByEmailAsync(Person.Normalize(one.Email)) is not null)
            {
                continue;
            }

            passwords[one.Email] = OneTimePassword();
            var unit = await db.Terms.Where(term => Units.Catalogues.AsEnumerable().Contains(term.Catalogue) && term.Name == one.Unit).Select(term => term.Id)
                .FirstAsync(cancel);
            var person = await enrolment.AddAsync(new InvitationRequest(one.Name, one.Email, one.Role, one.IsEverywhere ? null : unit), passwords[one.Email]);
            person.UnitId = unit;
            await db.SaveChangesAsync(cancel);
        }

        return passwords;
    }

    /// <summary>New one-time passwords for all of them; the sessions they have open end.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ResetAsync()
    {
        Dictionary<string, string> passwords = new(StringComparer.Ordinal);
        foreach (var one in DemoPerson.All)
        {
            var person = await people.FindByEmailAsync(Person.Normalize(one.Email))
                ?? throw new RuleException($"Falta {one.Email}. Ejecute primero «acervo seed demo».");
            passwords[one.Email] = OneTimePassword();
            person.ReplacePasswordAtFirstSignIn();
            await people.RemovePasswordAsync(person);
            await people.AddPasswordAsync(person, passwords[one.Email]);
        }

        return passwords;
    }

    private static string OneTimePassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
