using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Acervo.Platform.Mail;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Acervo.Tests.Platform.Mail;

/// <summary>A mail server on loopback, by other hands than our client, that keeps what it is given; it may refuse an address or break off as told.</summary>
public sealed class MailCatcher : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly MailTls tls;
    private readonly Task work;
    private int sessions;

    public MailCatcher()
        : this(MailTls.None, null)
    {
    }

    public MailCatcher(MailTls tls, X509Certificate2? certificate)
    {
        this.tls = tls;
        Port = FreePort();
        var options = new SmtpServerOptionsBuilder().ServerName("catcher").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).IsSecure(tls == MailTls.Implicit).AllowUnsecureAuthentication(true);
            if (certificate is not null)
            {
                endpoint.Certificate(certificate);
            }
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IMessageStore>(new Store(this));
        services.AddSingleton<IMailboxFilter>(new Filter(this));
        services.AddSingleton<IUserAuthenticator>(new Door(this));
        var server = new SmtpServer.SmtpServer(options, services.BuildServiceProvider());
        server.SessionCreated += (_, _) => Interlocked.Increment(ref sessions);
        work = server.StartAsync(stop.Token);
    }

    public int Port { get; }

    /// <summary>How many connections were opened.</summary>
    public int Sessions => sessions;

    public ConcurrentQueue<CaughtMail> Caught { get; } = [];

    /// <summary>Says which code answers the recipient: 250, 450 for "later", 550 for "never", 0 to break off the connection.</summary>
    public Func<string, int> OnRecipient { get; set; } = _ => 250;

    /// <summary>Who signed in with what, each with whether nobody could listen.</summary>
    public ConcurrentQueue<(string User, string Password, bool IsProtected)> SignIns { get; } = [];

    /// <summary>The name by which it is called.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The settings that lead an app here.</summary>
    public (string Key, string? Value)[] Settings =>
        [("Mail:Host", Host), ("Mail:Port", $"{Port}"), ("Mail:Tls", $"{tls}"), ("Mail:From", "Acervo <acervo@example.gov.co>")];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await work.WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Keeps what it is given.</summary>
    private sealed class Store(MailCatcher catcher) : MessageStore
    {
        public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken)
        {
            var bytes = buffer.ToArray();
            using var stream = new MemoryStream(bytes);
            catcher.Caught.Enqueue(new CaughtMail(
                transaction.From.AsAddress(), string.Join(',', transaction.To.Select(to => to.AsAddress())), Encoding.Latin1.GetString(bytes),
                MimeMessage.Load(stream, CancellationToken.None)));
            return Task.FromResult(SmtpResponse.Ok);
        }
    }

    /// <summary>Answers for each recipient as the test says.</summary>
    private sealed class Filter(MailCatcher catcher) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            catcher.OnRecipient(to.AsAddress()) switch
            {
                250 => Task.FromResult(true),
                0 => throw new IOException("It breaks off."),
                var code => throw new SmtpResponseException(new SmtpResponse((SmtpReplyCode)code, "no")),
            };
    }

    /// <summary>Lets everybody in and writes down with what.</summary>
    private sealed class Door(MailCatcher catcher) : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken)
        {
            catcher.SignIns.Enqueue((user, password, context.Pipe.IsSecure));
            return Task.FromResult(true);
        }
    }
}
