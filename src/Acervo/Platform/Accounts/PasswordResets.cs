using Acervo.Platform.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts;

/// <summary>Lets people who forgot their password choose another through a letter.</summary>
public sealed class PasswordResets(AppDb db, UserManager<Person> people, Sessions sessions, Outbox outbox, IOptions<AccountsSettings> settings)
{
    private const string Gone = "Este enlace ya se usó o venció. Pida otro en la página «Olvidé mi contraseña».";

    /// <summary>Writes to the person who has the address, if there is one with a password.</summary>
    public async Task WriteAsync(string email, Func<string, string> linkOf, CancellationToken cancel)
    {
        var normalized = Person.Normalize(email);
        var person = await db.People.FirstOrDefaultAsync(p => p.NormalizedEmail == normalized && p.DisabledAt == null && p.PasswordHash != null, cancel);
        if (person is null)
        {
            return;
        }

        var (word, hash) = SecretLink.Make();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Set<PasswordReset>().Where(reset => reset.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        db.Add(new PasswordReset(hash, person.Id, (await db.NowAsync(cancel)).AddMinutes(settings.Value.ResetMinutes)));
        var kind = LetterKind.Account(TimeSpan.FromMinutes(settings.Value.ResetMinutes));
        await outbox.AddAsync(db, new NewLetter(person.Email, "Cambio de contraseña en Acervo", LetterOf(person, linkOf($"/recuperar/{word}")), kind), cancel);
        person.Note("person.reset-requested", null);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The person whom a link lets choose a password.</summary>
    public async Task<Person> OpenAsync(string word, CancellationToken cancel)
    {
        var (hash, now) = (SecretLink.HashOf(word), await db.NowAsync(cancel));
        var reset = await db.Set<PasswordReset>().AsNoTracking().FirstOrDefaultAsync(r => r.TokenHash == hash && r.ExpiresAt > now, cancel)
            ?? throw new RuleException(Gone);
        return await db.People.FirstOrDefaultAsync(p => p.Id == reset.PersonId && p.DisabledAt == null, cancel) ?? throw new RuleException(Gone);
    }

    /// <summary>Replaces the password and ends every session of the person.</summary>
    public async Task<IdentityResult> RedeemAsync(string word, string passphrase, CancellationToken cancel)
    {
        var person = await OpenAsync(word, cancel);
        var (hash, now) = (SecretLink.HashOf(word), await db.NowAsync(cancel));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<PasswordReset>().Where(r => r.TokenHash == hash && r.ExpiresAt > now).ExecuteDeleteAsync(cancel) == 0)
        {
            throw new RuleException(Gone);
        }

        person.PasswordHash = null;
        person.PasswordChosen();
        var result = await people.AddPasswordAsync(person, passphrase);
        if (result.Succeeded)
        {
            await sessions.EndOthersAsync(person.Id, Guid.Empty, cancel);
            await transaction.CommitAsync(cancel);
        }

        return result;
    }

    private string LetterOf(Person person, string link) => $"""
        {person.Name}:

        Alguien pidió cambiar su contraseña de Acervo. Si fue usted, abra este enlace y elija una nueva:

        {link}

        El enlace sirve una sola vez y vence en {settings.Value.ResetMinutes} minutos. Si no fue usted, no haga nada: su contraseña sigue siendo la misma.
        """;
}
