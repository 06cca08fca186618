using Acervo.Platform.Http;
using Acervo.Platform.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts;

/// <summary>Invites people and lets them in. A class of its own because a page and a command both invite.</summary>
public sealed class Invitations(AppDb db, UserManager<Person> people, Outbox outbox, SiteUrl site, IOptions<AccountsSettings> settings)
{
    private const string Gone = "Este enlace de invitación ya se usó, venció o se retiró. Pida una invitación nueva a quien administra Acervo.";

    private int Days => settings.Value.InvitationDays;

    /// <summary>Keeps a place and writes to the person. An earlier invitation to the same address stops working.</summary>
    /// <returns>The link of the invitation; it is not kept anywhere.</returns>
    public async Task<string> InviteAsync(InvitationRequest request, int? by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (_, link) = await PlaceAsync(request, by, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return link;
    }

    /// <summary>The same in the transaction of the caller, who saves.</summary>
    public async Task<(Invitation Invitation, string Link)> PlaceAsync(InvitationRequest request, int? by, CancellationToken cancel)
    {
        var normalized = Person.Normalize(request.Email);
        if (await db.People.AnyAsync(person => person.NormalizedEmail == normalized, cancel))
        {
            throw new RuleException("Ya hay una persona con ese correo.");
        }

        var (word, hash) = SecretLink.Make();
        var now = await db.NowAsync(cancel);
        var invitation = Invitation.Send(request, hash, now, now.AddDays(Days), by);
        await db.Invitations.Waiting(now).Where(old => old.Email == invitation.Email)
            .ExecuteUpdateAsync(set => set.SetProperty(old => old.ExpiresAt, now), cancel);
        db.Invitations.Add(invitation);
        return (invitation, await WriteAsync(invitation, word, cancel));
    }

    /// <summary>Writes once more to somebody who is still waited for; the link sent before dies.</summary>
    /// <returns>To whom, and the new link.</returns>
    public async Task<(Invitation Invitation, string Link)> SendAgainAsync(int id, int by, CancellationToken cancel)
    {
        var (link, (word, hash)) = ("", SecretLink.Make());
        var invitation = await ActAsync(
            id,
            async (invitation, now) =>
            {
                invitation.SendAgain(hash, now, now.AddDays(Days), by);
                link = await WriteAsync(invitation, word, cancel);
            },
            cancel);
        return (invitation, link);
    }

    /// <summary>Takes back an invitation that nobody has accepted.</summary>
    public Task<Invitation> WithdrawAsync(int id, int by, CancellationToken cancel) => ActAsync(
        id,
        (invitation, now) =>
        {
            invitation.Withdraw(now, by);
            return Task.CompletedTask;
        },
        cancel);

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

    /// <summary>Does one act to one invitation while nobody can take it: its row is held until the act is saved.</summary>
    private async Task<Invitation> ActAsync(int id, Func<Invitation, DateTime, Task> act, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var invitation = (await db.Invitations.FromSql($"SELECT * FROM app.invitations WHERE id = {id} FOR UPDATE").ToListAsync(cancel)).SingleOrDefault()
            ?? throw new NotFoundException($"invitation {id}");
        await act(invitation, await db.NowAsync(cancel));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return invitation;
    }

    /// <summary>The letter, to be saved with the invitation. Returns its link.</summary>
    private async Task<string> WriteAsync(Invitation invitation, string word, CancellationToken cancel)
    {
        var link = site.Of($"/invitacion/{word}");
        var letter = new NewLetter(invitation.Email, "Invitación a Acervo", LetterOf(invitation, link), LetterKind.Account(TimeSpan.FromDays(Days)));
        await outbox.AddAsync(db, letter, cancel);
        return link;
    }

    private string LetterOf(Invitation invitation, string link) => $"""
        {invitation.Name}:

        {(invitation.Role == Role.Contributor ? "Recibió una invitación para escribir fichas en Acervo."
            : $"Recibió una invitación a Acervo con el rol «{invitation.Role.Spanish()}».")} Abra este enlace, escriba su nombre y elija una contraseña:

        {link}

        El enlace sirve una sola vez y vence en {Days} días. Si no esperaba este mensaje, no haga nada.
        """;
}
