using Acervo.Platform.Http;
using Acervo.Platform.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts;

/// <summary>Invites people and lets them in. A class of its own because a page and a command both invite.</summary>
public sealed class Invitations(AppDb db, UserManager<Person> people, Outbox outbox, SiteUrl site, IOptions<AccountsSettings> settings)
{
    private const string Gone = "Este enlace de invitación ya se usó o venció. Pida una invitación nueva a quien administra Acervo.";

    /// <summary>Keeps a place and writes to the person. An earlier invitation to the same address stops working.</summary>
    /// <returns>The link of the invitation; it is not kept anywhere.</returns>
    public async Task<string> InviteAsync(InvitationRequest request, int? by, CancellationToken cancel)
    {
        var (normalized, email) = (Person.Normalize(request.Email), request.Email.Trim().ToLowerInvariant());
        if (await db.People.AnyAsync(person => person.NormalizedEmail == normalized, cancel))
        {
            throw new RuleException("Ya hay una persona con ese correo.");
        }

        var (word, hash) = SecretLink.Make();
        var now = await db.NowAsync(cancel);
        var link = site.Of($"/invitacion/{word}");
        var invitation = new Invitation
        {
            TokenHash = hash,
            Email = email,
            Name = request.Name.Trim(),
            Role = request.Role,
            UnitId = request.UnitId,
            InvitedBy = by,
            CreatedAt = now,
            ExpiresAt = now.AddDays(settings.Value.InvitationDays),
        };
        invitation.Sent();
        db.Invitations.Add(invitation);
        var kind = LetterKind.Account(TimeSpan.FromDays(settings.Value.InvitationDays));
        await outbox.AddAsync(db, new NewLetter(invitation.Email, "Invitación a Acervo", LetterOf(invitation, link), kind), cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Invitations.Where(old => old.UsedAt == null && old.ExpiresAt > now && old.Email == email)
            .ExecuteUpdateAsync(set => set.SetProperty(old => old.ExpiresAt, now), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return link;
    }

    /// <summary>The invitation behind a link, if it can still be taken.</summary>
    public async Task<Invitation> OpenAsync(string word, CancellationToken cancel)
    {
        var (hash, now) = (SecretLink.HashOf(word), await db.NowAsync(cancel));
        return await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.TokenHash == hash && i.UsedAt == null && i.ExpiresAt > now, cancel)
            ?? throw new RuleException(Gone);
    }

    /// <summary>Takes the place: of many requests with one link the row's lock lets one through, and the clock is read then.</summary>
    public async Task<(IdentityResult Result, Person Person)> RedeemAsync(string word, string name, string passphrase, CancellationToken cancel)
    {
        var invitation = await OpenAsync(word, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = await db.NowAsync(cancel);
        var taken = await db.Invitations.Where(i => i.Id == invitation.Id && i.UsedAt == null && i.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancel);
        if (taken == 0)
        {
            throw new RuleException(Gone);
        }

        var person = Person.Join(name, invitation.Email, invitation.UnitId, now, invitation.InvitedBy);
        person.Grant(invitation.Role, invitation.UnitId, invitation.InvitedBy);
        var result = await people.CreateAsync(person, passphrase);
        if (result.Succeeded)
        {
            await transaction.CommitAsync(cancel);
        }

        return (result, person);
    }

    private string LetterOf(Invitation invitation, string link) => $"""
        {invitation.Name}:

        Le invitaron a Acervo como {invitation.Role.Spanish().ToLowerInvariant()}. Abra este enlace, escriba su nombre y elija una contraseña:

        {link}

        El enlace sirve una sola vez y vence en {settings.Value.InvitationDays} días. Si no esperaba este mensaje, no haga nada.
        """;
}
