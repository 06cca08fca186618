namespace Acervo.Platform.Mail;

/// <summary>The mail server did not take a letter.</summary>
/// <param name="message">What it said.</param>
/// <param name="forGood">Whether trying again makes no sense, as with an address that does not exist.</param>
public sealed class MailRefusedException(string message, bool forGood) : Exception(message)
{
    public bool ForGood => forGood;
}
