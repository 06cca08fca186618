namespace Acervo.Platform.Mail;

/// <summary>No mail server could be reached or signed in to: every letter waits, and none of them is to blame.</summary>
/// <param name="message">Why, as the server or the network said it.</param>
/// <param name="cause">The failure itself.</param>
public sealed class MailAwayException(string message, Exception cause) : Exception(message, cause);
