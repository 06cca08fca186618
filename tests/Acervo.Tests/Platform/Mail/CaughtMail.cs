using MimeKit;

namespace Acervo.Tests.Platform.Mail;

/// <summary>A mail as it came over the wire, read as a mail program would.</summary>
public sealed record CaughtMail(string From, string To, string Raw, MimeMessage Read)
{
    public string Subject => Read.Subject!;

    public string MessageId => Read.MessageId!;

    public string Text => Read.TextBody!.ReplaceLineEndings("\n");

    public string Html => Read.HtmlBody!;

    public IReadOnlyList<string> HeaderNames => [.. Read.Headers.Select(header => header.Field)];

    public string? Header(string name) => Read.Headers[name];
}
