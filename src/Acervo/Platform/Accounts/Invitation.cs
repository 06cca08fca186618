using Acervo.Platform.Audit;

namespace Acervo.Platform.Accounts;

/// <summary>A place kept for somebody: whoever has the link takes it, once and in time.</summary>
public sealed class Invitation : IAudited
{
    public int Id { get; private set; }

    public byte[] TokenHash { get; private set; } = [];

    public string Email { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Role Role { get; private set; }

    public int? UnitId { get; private set; }

    public int? InvitedBy { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public Deeds Deeds { get; } = new();

    private string Place => $"{Role} {UnitId}";

    /// <param name="request">Whom to invite and as what.</param>
    /// <param name="tokenHash">What is kept of the link.</param>
    /// <param name="now">When.</param>
    /// <param name="until">Until when the link opens.</param>
    /// <param name="by">Who invites; nobody from the command line.</param>
    public static Invitation Send(InvitationRequest request, byte[] tokenHash, DateTime now, DateTime until, int? by)
    {
        var invitation = new Invitation
        {
            TokenHash = tokenHash,
            Email = request.Email.Trim().ToLowerInvariant(),
            Name = request.Name.Trim(),
            Role = request.Role,
            UnitId = request.UnitId,
            InvitedBy = by,
            CreatedAt = now,
            ExpiresAt = until,
        };
        invitation.Note("invitation.sent", by, request.IsOutside ? $"{invitation.Place} outside" : invitation.Place);
        return invitation;
    }

    /// <summary>Writes again, with another link and a new term; the link that was sent before opens nothing any more.</summary>
    public void SendAgain(byte[] tokenHash, DateTime now, DateTime until, int by)
    {
        EnsureWaits(now);
        (TokenHash, ExpiresAt) = (tokenHash, until);
        Note("invitation.sent-again", by, Place);
    }

    /// <summary>Takes the place back: its link opens nothing any more.</summary>
    public void Withdraw(DateTime now, int by)
    {
        EnsureWaits(now);
        ExpiresAt = now;
        Note("invitation.withdrawn", by, Place);
    }

    private void EnsureWaits(DateTime now)
    {
        if (UsedAt is not null || ExpiresAt <= now)
        {
            throw new RuleException("Esta invitación ya no espera: se aceptó, venció o se retiró.");
        }
    }

    private void Note(string verb, int? by, string detail) => Deeds.Add(() => new Deed(verb, $"invitation/{Id}", by, detail));
}

/// <summary>Whom to invite and as what.</summary>
public sealed record InvitationRequest(string Name, string Email, Role Role, int? UnitId)
{
    /// <summary>The address is not of the entity, and whoever invites has confirmed it.</summary>
    public bool IsOutside { get; init; }
}
