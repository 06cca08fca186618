namespace Acervo.Platform.Mail;

/// <summary>A letter as an act hands it to the <see cref="Outbox"/>.</summary>
/// <param name="To">One plain address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Kind">How soon it leaves and when it is too late.</param>
public sealed record NewLetter(string To, string Subject, string Body, LetterKind Kind)
{
    /// <summary>Where one click ends letters of this kind; mail programs show it beside the sender (RFC 8058).</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>One plain address that answers go to instead of the sender's.</summary>
    public string? ReplyTo { get; init; }

    public IReadOnlyList<LetterFile> Files { get; init; } = [];
}
