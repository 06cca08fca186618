namespace Acervo.Platform.Mail;

/// <summary>One mail, waiting or sent.</summary>
public sealed class Letter
{
    public long Id { get; private set; }

    public required string ToAddress { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? SentAt { get; set; }

    public int Tries { get; set; }

    public string? LastError { get; set; }

    public required string MessageId { get; init; }
}
