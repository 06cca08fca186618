using Acervo.Platform.Http;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Acervo.Platform.Mail;

/// <summary>
/// Sends what waits, one letter after another over one connection, accounts before work before bulletins. The try is counted before sending,
/// so a letter that brings the process down is given up after five tries like any other; the Message-ID never changes, so a letter sent twice
/// is known as one.
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
        await using var line = new MailLine(settings);
        var sent = 0;
        while (await shelf.LeaseAsync(cancel) is { } letter)
        {
            try
            {
                sent += await DeliverAsync(line, letter, cancel) ? 1 : 0;
            }
            catch (MailAwayException away)
            {
                log.LogWarning("The mail server was not reached: {Reason}. The letters wait.", away.InnerException!.GetType().Name);
                await shelf.ReturnAsync(letter, $"El servidor de correo no atendió: {away.Message}", cancel);
                break;
            }
        }

        return sent;
    }

    private async Task<bool> DeliverAsync(MailLine line, WaitingLetter letter, CancellationToken cancel)
    {
        try
        {
            await line.SendAsync(LetterMime.Write(letter, await shelf.FilesAsync(letter, cancel), MailboxAddress.Parse(settings.From),
                Recipient(letter.ToAddress), site.Root), cancel);
        }
        catch (SmtpCommandException refused)
        {
            var forGood = (int)refused.StatusCode is >= 550 and <= 559;
            var bounced = forGood && refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted;
            await PutBackAsync(letter, refused, $"El servidor de correo respondió: {(int)refused.StatusCode} {refused.Message}", forGood, bounced, cancel);
            return false;
        }
        catch (FormatException wrong)
        {
            await PutBackAsync(letter, wrong, wrong.Message, forGood: true, bounced: false, cancel);
            return false;
        }
        catch (Exception failed) when (failed is IOException or ProtocolException or TimeoutException or ServiceNotConnectedException
                                       || (failed is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            await PutBackAsync(letter, failed, "El servidor de correo cerró la conexión o no respondió.", forGood: false, bounced: false, cancel);
            return false;
        }

        // The server has it: a shutdown now must not make it go twice.
        await shelf.SentAsync(letter, CancellationToken.None);
        return true;
    }

    /// <summary>The log gets the kind of failure only: servers repeat addresses in their answers.</summary>
    private Task PutBackAsync(WaitingLetter letter, Exception failed, string reason, bool forGood, bool bounced, CancellationToken cancel)
    {
        log.LogWarning("Letter {Letter} was not sent at try {Try}: {Reason}", letter.Id, letter.Tries, failed.GetType().Name);
        return shelf.FailedAsync(letter, reason, forGood, bounced, cancel);
    }

    /// <summary>A plain address and nothing else: no second recipient, no command smuggled in.</summary>
    private static MailboxAddress Recipient(string text)
    {
        return PlainAddress.Is(text) && MailboxAddress.TryParse(text, out var address)
            ? address
            : throw new FormatException("La dirección no es válida.");
    }
}
