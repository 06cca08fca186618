using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Acervo.Platform.Mail;

namespace Acervo.Tests.Platform.Mail;

/// <summary>A mail server on loopback that speaks SMTP and keeps what it is given; it may refuse an address or break off as told.</summary>
public sealed class MailCatcher : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task work;
    private readonly MailTls tls;
    private readonly X509Certificate2? certificate;

    public MailCatcher()
        : this(MailTls.None, null)
    {
    }

    public MailCatcher(MailTls tls, X509Certificate2? certificate)
    {
        (this.tls, this.certificate) = (tls, certificate);
        listener.Start();
        work = Task.Run(AcceptAsync, CancellationToken.None);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<CaughtMail> Caught { get; } = [];

    /// <summary>Says which code answers the recipient: 250, 450 for "later", 550 for "never", 0 to break off the connection.</summary>
    public Func<string, int> OnRecipient { get; set; } = _ => 250;

    /// <summary>What was said to sign in, each with whether nobody could listen.</summary>
    public ConcurrentQueue<(string Said, bool IsProtected)> SignIns { get; } = [];

    /// <summary>The name by which it is called.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The settings that lead an app here.</summary>
    public (string Key, string? Value)[] Settings =>
        [("Mail:Host", Host), ("Mail:Port", $"{Port}"), ("Mail:Tls", $"{tls}"), ("Mail:From", "Acervo <acervo@example.gov.co>")];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await work;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(tls == MailTls.Implicit ? await ProtectAsync(client.GetStream()) : client.GetStream(), "220 catcher");
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException or AuthenticationException)
            {
                // The other side went away, or the test is over.
            }
        }
    }

    private async Task<SslStream> ProtectAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
        return secure;
    }

    private async Task TalkAsync(Stream stream, params string[] greeting)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, greeting);
        var (from, to) = ("", "");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(" :".ToCharArray())[0])
            {
                case "EHLO":
                    await SayAsync(stream, "250-catcher", "250 8BITMIME");
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 go ahead");
                    await TalkAsync(await ProtectAsync(stream));
                    return;
                case "AUTH":
                    SignIns.Enqueue((line, stream is SslStream));
                    await SayAsync(stream, "235 welcome");
                    break;
                case "MAIL":
                    from = line;
                    await SayAsync(stream, "250 ok");
                    break;
                case "RCPT":
                    to = line["RCPT TO:<".Length..^1];
                    var code = OnRecipient(to);
                    if (code == 0)
                    {
                        return;
                    }

                    await SayAsync(stream, $"{code} {(code == 250 ? "ok" : "no")}");
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    Caught.Enqueue(new CaughtMail(from, to, await ReadMailAsync(reader)));
                    await SayAsync(stream, "250 taken");
                    break;
                default:
                    await SayAsync(stream, "500 what");
                    break;
            }
        }
    }

    private async Task<string> ReadMailAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return text.ToString();
    }

    private async Task SayAsync(Stream stream, params string[] lines)
    {
        foreach (var line in lines)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token);
        }
    }
}
