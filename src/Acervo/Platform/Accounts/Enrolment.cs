using Microsoft.AspNetCore.Identity;

namespace Acervo.Platform.Accounts;

/// <summary>
/// Adds people with a password that somebody else chose and that opens only the page where it is replaced: for the command line and the demonstration.
/// </summary>
public sealed class Enrolment(UserManager<Person> people, TimeProvider clock)
{
    /// <exception cref="RuleException">The address is taken or not one, or the password does not meet the rule.</exception>
    public async Task<Person> AddAsync(InvitationRequest request, string oneTimePassword)
    {
        var person = Person.Join(request.Name, request.Email, request.UnitId, clock.GetUtcNow().UtcDateTime, by: null);
        person.Grant(request.Role, request.UnitId, by: null);
        person.ReplacePasswordAtFirstSignIn();
        var result = await people.CreateAsync(person, oneTimePassword);
        return result.Succeeded ? person : throw new RuleException(result.Errors.First().Description);
    }
}
