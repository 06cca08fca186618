using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Acervo.Platform.Mail;

/// <summary>A connection to the mail server, opened with the first letter of a round and held for those behind it.</summary>
internal sealed class MailLine(MailSettings settings) : IAsyncDisposable
{
    private SmtpClient? open;

    /// <summary>Hands over one letter; the server has taken it when this returns.</summary>
    /// <exception cref="MailAwayException">There is no server to hand it to: no fault of the letter.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        var client = await OpenAsync(patience.Token, cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds * 3));
        try
        {
            await client.SendAsync(message, patience.Token);
        }
        catch (SmtpCommandException) when (client.IsConnected)
        {
            // It refused this letter and hears the next.
            throw;
        }
        catch
        {
            await CloseAsync(client);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (open is { } client)
        {
            await CloseAsync(client);
        }
    }

    private async Task<SmtpClient> OpenAsync(CancellationToken patience, CancellationToken cancel)
    {
        if (open is { IsConnected: true })
        {
            return open;
        }

        var client = new SmtpClient { Timeout = settings.TimeoutSeconds * 1000, LocalDomain = "acervo" };
        Trust(client);
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, Protection, patience);
            await SignInAsync(client, patience);
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested)
        {
            client.Dispose();
            throw new MailAwayException(failed is OperationCanceledException ? "El servidor de correo no respondió a tiempo." : failed.Message, failed);
        }

        return open = client;
    }

    private SecureSocketOptions Protection => settings.Tls switch
    {
        MailTls.Implicit => SecureSocketOptions.SslOnConnect,
        MailTls.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>By the best way that the server offers.</summary>
    private async Task SignInAsync(SmtpClient client, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(settings.User))
        {
            return;
        }

        if (string.IsNullOrEmpty(settings.TokenFile))
        {
            await client.AuthenticateAsync(settings.User, settings.Password ?? "", cancel);
        }
        else
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(settings.User, (await File.ReadAllTextAsync(settings.TokenFile, cancel)).Trim()), cancel);
        }
    }

    /// <summary>The authorities of the machine, or only those of the file.</summary>
    private void Trust(SmtpClient client)
    {
        if (string.IsNullOrEmpty(settings.Authorities))
        {
            return;
        }

        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback = (_, shown, _, errors) =>
        {
            if (shown is not X509Certificate2 certificate || errors is not (SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateChainErrors))
            {
                return false;
            }

            using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
            chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(settings.Authorities);
            return chain.Build(certificate);
        };
    }

    private async Task CloseAsync(SmtpClient client)
    {
        open = null;
        using (client)
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2)))
        {
            try
            {
                await client.DisconnectAsync(quit: client.IsConnected, patience.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SmtpProtocolException or SmtpCommandException)
            {
                // It left before us.
            }
        }
    }
}
