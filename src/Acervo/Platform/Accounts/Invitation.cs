using Acervo.Platform.Audit;

namespace Acervo.Platform.Accounts;

/// <summary>A place kept for somebody: whoever has the link takes it, once and in time.</summary>
public sealed class Invitation : IAudited
{
    public int Id { get; private set; }

    public required byte[] TokenHash { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    public int? UnitId { get; init; }

    public int? InvitedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; private set; }

    public Deeds Deeds { get; } = new();

    public void Sent() => Deeds.Add(() => new Deed("invitation.sent", $"invitation/{Id}", InvitedBy, $"{Role} {UnitId}"));
}

/// <summary>Whom to invite and as what.</summary>
public sealed record InvitationRequest(string Name, string Email, Role Role, int? UnitId);
