using System.Net.Mail;

namespace Acervo.Platform.Mail;

/// <summary>One mail address and nothing else: no name, no second recipient, no command smuggled in.</summary>
public static class PlainAddress
{
    /// <summary>Characters, as mail servers take them (RFC 5321).</summary>
    public const int Longest = 254;

    /// <summary>What has a meaning of its own in an address: a name, a comment, a list, a number for a host.</summary>
    private const string Special = "<>,;\"()[]:\\";

    public static bool Is(string text) =>
        text.Length is > 0 and <= Longest && text.All(sign => sign is > ' ' and < '\u007f' && !Special.Contains(sign))
        && MailAddress.TryCreate(text, out var address) && address.Address == text && MimeKit.MailboxAddress.TryParse(text, out _);
}
