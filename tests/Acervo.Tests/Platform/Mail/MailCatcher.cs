using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Acervo.Tests.Platform.Mail;

/// <summary>A mail server on loopback that speaks SMTP and keeps what it is given; it may refuse an address or break off as told.</summary>
public sealed class MailCatcher : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task work;

    public MailCatcher()
    {
        listener.Start();
        work = Task.Run(AcceptAsync, CancellationToken.None);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<CaughtMail> Caught { get; } = [];

    /// <summary>Says which code answers the recipient: 250, 450 for "later", 550 for "never", 0 to break off the connection.</summary>
    public Func<string, int> OnRecipient { get; set; } = _ => 250;

    /// <summary>The settings that lead an app here.</summary>
    public (string Key, string? Value)[] Settings =>
        [("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{Port}"), ("Mail:Tls", "None"), ("Mail:From", "Acervo <acervo@example.gov.co>")];

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
                await TalkAsync(client.GetStream());
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException)
            {
                // The other side went away, or the test is over.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "220 catcher");
        var (from, to) = ("", "");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(" :".ToCharArray())[0])
            {
                case "EHLO":
                    await SayAsync(stream, "250-catcher", "250 8BITMIME");
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

    private async Task SayAsync(NetworkStream stream, params string[] lines)
    {
        foreach (var line in lines)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token);
        }
    }
}
