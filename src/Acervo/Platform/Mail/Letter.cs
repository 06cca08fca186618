namespace Acervo.Platform.Mail;

/// <summary>One mail, waiting or sent.</summary>
public sealed class Letter
{
    public long Id { get; private set; }

    public required string ToAddress { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The name of its <see cref="LetterKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Lower ones leave first.</summary>
    public required int Lane { get; init; }

    /// <summary>How long it is worth sending, from the moment the database took it.</summary>
    public required TimeSpan GoodFor { get; init; }

    /// <summary>Where one click ends letters of this kind; empty when they cannot be ended.</summary>
    public required string Unsubscribe { get; init; }

    /// <summary>Where answers go; empty for the sender's own address.</summary>
    public required string ReplyTo { get; init; }

    public List<LetterFile> Files { get; init; } = [];

    /// <summary>The address of the site when it was written; its links are brought to the one in force when it leaves.</summary>
    public required string Site { get; init; }

    public DateTime? SentAt { get; set; }

    public int Tries { get; set; }

    public string? LastError { get; set; }

    /// <summary>What makes it one letter however often it is sent; the sender's domain is added on the way.</summary>
    public required string MessageId { get; init; }
}
