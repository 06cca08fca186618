using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Acervo.Platform.Mail;

/// <summary>A connection to a mail server, protected as configured: greets, signs in and hands over letters (RFC 5321).</summary>
internal sealed class SmtpConversation : IAsyncDisposable
{
    private readonly MailSettings settings;
    private readonly TcpClient client = new();
    private Stream stream = Stream.Null;
    private StreamReader reader = StreamReader.Null;

    private SmtpConversation(MailSettings settings) => this.settings = settings;

    public static async Task<SmtpConversation> OpenAsync(MailSettings settings, CancellationToken cancel)
    {
        var conversation = new SmtpConversation(settings);
        try
        {
            await conversation.GreetAsync(cancel);
            return conversation;
        }
        catch
        {
            await conversation.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands over one letter; the server has taken it when this returns.</summary>
    public async Task SendAsync(string from, string to, string message, CancellationToken cancel)
    {
        await SayAsync($"MAIL FROM:<{from}>", 250, cancel);
        await SayAsync($"RCPT TO:<{to}>", 250, cancel);
        await SayAsync("DATA", 354, cancel);

        // A line that begins with a dot would end the letter.
        await SayAsync(message.Replace("\r\n.", "\r\n..", StringComparison.Ordinal) + "\r\n.", 250, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
    }

    private async Task GreetAsync(CancellationToken cancel)
    {
        await client.ConnectAsync(settings.Host!, settings.Port, cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(settings.TimeoutSeconds), cancel);
        Use(client.GetStream());
        if (settings.Tls == MailTls.Implicit)
        {
            await ProtectAsync(cancel);
        }

        await HearAsync(220, cancel);
        await HelloAsync(cancel);
        if (settings.Tls == MailTls.StartTls)
        {
            await SayAsync("STARTTLS", 220, cancel);
            await ProtectAsync(cancel);
            await HelloAsync(cancel);
        }

        if (!string.IsNullOrEmpty(settings.User))
        {
            var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{settings.User}\0{settings.Password}"));
            await SayAsync($"AUTH PLAIN {secret}", 235, cancel);
        }
    }

    private Task HelloAsync(CancellationToken cancel) => SayAsync("EHLO acervo", 250, cancel);

    private async Task ProtectAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        var secure = new SslStream(stream);
        stream = secure;
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.Host, CertificateChainPolicy = Trust() }, patience.Token);
        // Whatever came before the protection is left behind with the reader that read it.
        Use(secure);
    }

    /// <summary>Null for the authorities of the machine.</summary>
    private X509ChainPolicy? Trust()
    {
        if (string.IsNullOrEmpty(settings.Authorities))
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(settings.Authorities);
        return policy;
    }

    private void Use(Stream next) => (stream, reader) = (next, new StreamReader(next, Encoding.Latin1, false, 1024, leaveOpen: true));

    private async Task SayAsync(string line, int expected, CancellationToken cancel)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancel);
        await HearAsync(expected, cancel);
    }

    private async Task HearAsync(int expected, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        string? line;
        do
        {
            line = await reader.ReadLineAsync(patience.Token) ?? throw new IOException("El servidor de correo cerró la conexión.");
        }
        while (line is [_, _, _, '-', ..]);

        if (!int.TryParse(line.AsSpan(0, Math.Min(3, line.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code != expected)
        {
            throw new MailRefusedException($"El servidor de correo respondió: {line}", forGood: code is >= 550 and <= 559);
        }
    }
}
