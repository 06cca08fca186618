using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Acervo.Platform.Http;

namespace Acervo.Platform.Mail;

/// <summary>
/// Sends what waits, one letter after another. The try is counted before sending, so a letter that brings the process down is given up
/// after five tries like any other; the Message-ID never changes, so a letter sent twice is known as one.
/// </summary>
public sealed class Postman(OutboxShelf shelf, MailSettings settings, SiteUrl site, ILogger<Postman> log)
{
    /// <summary>Sends everything that is due. Returns how many letters the server took.</summary>
    public async Task<int> DeliverAsync(CancellationToken cancel)
    {
        // Also where nothing can leave: what waits for a mail server must not all leave, too late, on the day there is one.
        await shelf.BuryExpiredAsync(cancel);
        if (!settings.HasServer)
        {
            return 0;
        }

        await shelf.BuryInterruptedAsync(cancel);
        var sent = 0;
        while (await shelf.LeaseAsync(cancel) is { } letter)
        {
            sent += await DeliverAsync(letter, cancel) ? 1 : 0;
        }

        return sent;
    }

    private async Task<bool> DeliverAsync(WaitingLetter letter, CancellationToken cancel)
    {
        try
        {
            await SendAsync(letter, cancel);
        }
        catch (Exception failed) when (failed is MailRefusedException or IOException or SocketException or AuthenticationException or FormatException or TimeoutException
                                       || (failed is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            await PutBackAsync(letter, failed, cancel);
            return false;
        }

        // The server has it: a shutdown now must not make it go twice.
        await shelf.SentAsync(letter, CancellationToken.None);
        return true;
    }

    /// <summary>The log gets the kind of failure only: servers repeat addresses in their answers.</summary>
    private Task PutBackAsync(WaitingLetter letter, Exception failed, CancellationToken cancel)
    {
        log.LogWarning("Letter {Letter} was not sent at try {Try}: {Reason}", letter.Id, letter.Tries, failed.GetType().Name);
        return shelf.FailedAsync(letter, failed.Message, failed is FormatException or MailRefusedException { ForGood: true }, cancel);
    }

    private async Task SendAsync(WaitingLetter letter, CancellationToken cancel)
    {
        var from = new MailAddress(settings.From);
        var to = Recipient(letter.ToAddress);
        await using var conversation = await SmtpConversation.OpenAsync(settings, cancel);
        await conversation.SendAsync(from.Address, to.Address, LetterMime.Write(letter, from, to, site.Root), cancel);
    }

    /// <summary>A plain address and nothing else: no second recipient, no command smuggled in.</summary>
    private static MailAddress Recipient(string text)
    {
        var isPlain = text.Length <= 254 && text.All(sign => sign is > ' ' and < '\u007f' and not ('<' or '>' or ',' or ';' or '"'));
        return isPlain && MailAddress.TryCreate(text, out var address) ? address : throw new FormatException("La dirección no es válida.");
    }
}
