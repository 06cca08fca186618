using System.Security.Claims;
using Acervo.Platform.Reference;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts.Oidc;

/// <summary>Recognises whom the identity provider sends: somebody known, somebody invited by e-mail before, or, where allowed, somebody new.</summary>
public sealed class Newcomers(AppDb db, IOptions<OidcSettings> settings, TimeProvider clock)
{
    /// <exception cref="RuleException">Nobody here is that person.</exception>
    public async Task<Person> RecogniseAsync(ClaimsPrincipal arrived, CancellationToken cancel)
    {
        var subject = $"{arrived.FindFirstValue(OidcAnswers.Issuer)}|{arrived.FindFirstValue(OidcAnswers.Subject)}";
        var known = await db.People.FirstOrDefaultAsync(person => person.ExternalSubject == subject, cancel);
        if (known is not null)
        {
            return known.DisabledAt is null ? known : throw new RuleException("Su cuenta está desactivada. Escriba a quien administra Acervo en su entidad.");
        }

        var email = arrived.FindFirstValue("email");
        if (string.IsNullOrWhiteSpace(email) || !bool.TryParse(arrived.FindFirstValue("email_verified"), out var isVerified) || !isVerified)
        {
            throw new RuleException("El servicio de identidad no confirmó su correo, y sin él no sabemos quién es usted.");
        }

        var normalized = Person.Normalize(email);
        var person = await db.People.FirstOrDefaultAsync(p => p.NormalizedEmail == normalized && p.ExternalSubject == null && p.DisabledAt == null, cancel)
            ?? await JoinAsync(arrived, email, cancel);
        person.Recognise(subject);
        await db.SaveChangesAsync(cancel);
        return person;
    }

    private async Task<Person> JoinAsync(ClaimsPrincipal arrived, string email, CancellationToken cancel)
    {
        var normalized = Person.Normalize(email);
        if (!settings.Value.AllowNew || await db.People.AnyAsync(person => person.NormalizedEmail == normalized, cancel))
        {
            throw new RuleException("No hay una cuenta para su correo. Pida una invitación a quien administra Acervo en su entidad.");
        }

        var unit = await UnitOfAsync(arrived, cancel);
        var person = Person.Join(arrived.FindFirstValue("name") ?? email, email, unit, clock.GetUtcNow().UtcDateTime, by: null);
        person.Grant(Role.Contributor, unit, by: null);
        db.People.Add(person);
        return person;
    }

    private async Task<int?> UnitOfAsync(ClaimsPrincipal arrived, CancellationToken cancel)
    {
        if (settings.Value.UnitClaim is not { } claim || arrived.FindFirstValue(claim) is not { } value)
        {
            return null;
        }

        var catalogues = Units.Catalogues;
        var wanted = settings.Value.Units.GetValueOrDefault(value, value);
        return await db.Terms.Where(term => catalogues.Contains(term.Catalogue) && (term.Code == wanted || term.Name == wanted))
            .Select(term => (int?)term.Id).FirstOrDefaultAsync(cancel);
    }
}
