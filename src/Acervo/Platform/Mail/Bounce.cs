namespace Acervo.Platform.Mail;

/// <summary>A letter whose address the mail server refused for good, and when.</summary>
public sealed record Bounce(long Letter, DateTime At);
