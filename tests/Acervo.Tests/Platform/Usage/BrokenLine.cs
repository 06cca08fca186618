using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Acervo.Tests.Platform.Usage;

/// <summary>A line to the PostgreSQL of the tests that can be cut: altogether, or after a statement went in and before its answer comes out.</summary>
internal sealed class BrokenLine : IAsyncDisposable
{
    private readonly TcpListener door = new(IPAddress.Loopback, 0);
    private readonly UnixDomainSocketEndPoint server;
    private readonly Task serving;
    private readonly List<Task> lines = [];

    public BrokenLine(string connection)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        server = new UnixDomainSocketEndPoint(Path.Combine(to.Host!, $".s.PGSQL.{to.Port}"));
        door.Start();
        Through = new NpgsqlConnectionStringBuilder(connection) { Host = "127.0.0.1", Port = ((IPEndPoint)door.LocalEndpoint).Port, Pooling = false }
            .ConnectionString;
        serving = ServeAsync();
    }

    /// <summary>The connection that goes by this line.</summary>
    public string Through { get; }

    public bool IsDown { get; set; }

    /// <summary>A word of the statement whose answer is lost, once.</summary>
    public string? LoseAnswerTo { get; set; }

    public async ValueTask DisposeAsync()
    {
        door.Dispose();
        await serving;
        await Task.WhenAll(lines);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                lines.Add(CarryAsync(await door.AcceptTcpClientAsync()));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient visitor)
    {
        using var near = visitor;
        using var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        if (IsDown)
        {
            return;
        }

        await far.ConnectAsync(server);
        await using var back = new NetworkStream(far);
        var isLost = new StrongBox();
        await Task.WhenAny(
            PumpAsync(near.GetStream(), back, sent =>
            {
                isLost.Value |= LoseAnswerTo is { } word && Encoding.UTF8.GetString(sent.Span).Contains(word, StringComparison.Ordinal);
                return true;
            }),
            PumpAsync(back, near.GetStream(), _ =>
            {
                LoseAnswerTo = isLost.Value ? null : LoseAnswerTo;
                return !isLost.Value;
            }));
    }

    /// <summary>Carries what comes on, until there is no more or it is not let through.</summary>
    private static async Task PumpAsync(Stream from, Stream to, Func<ReadOnlyMemory<byte>, bool> letThrough)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer) is var length and > 0 && letThrough(buffer.AsMemory(0, length)))
            {
                await to.WriteAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException)
        {
            // The other end is gone.
        }
    }

    /// <summary>Whether the answer is lost, as both directions see it.</summary>
    private sealed class StrongBox
    {
        public bool Value { get; set; }
    }
}
