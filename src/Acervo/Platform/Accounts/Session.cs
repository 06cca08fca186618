namespace Acervo.Platform.Accounts;

/// <summary>One browser in which a person is signed in. The cookie names it; without its row the cookie opens nothing.</summary>
public sealed class Session
{
    public required Guid Id { get; init; }

    public required int PersonId { get; init; }

    /// <summary>Browser and system as the browser tells them, for the person to recognise.</summary>
    public required string Device { get; init; }

    /// <summary>The session at the identity provider through which it was opened, issuer and name; null for a password.</summary>
    public string? Outside { get; init; }

    public required DateTime StartedAt { get; init; }

    public DateTime SeenAt { get; set; }
}
