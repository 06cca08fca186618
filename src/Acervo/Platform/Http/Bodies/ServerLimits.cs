using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Acervo.Platform.Http.Bodies;

/// <summary>What the server grants a connection before the program knows anything of it.</summary>
internal static class ServerLimits
{
    private const int Kilobyte = 1024;

    /// <summary>Far more than people use at once behind a proxy; each may hold its buffers.</summary>
    private const int Connections = 2000;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = Connections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.MaxRequestBodySize = TakesAttribute.OpenForm; // until the address says what it takes
        limits.MaxRequestBufferSize = 128 * Kilobyte;
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 2 * Kilobyte, gracePeriod: TimeSpan.FromSeconds(10));
        limits.Http2.MaxStreamsPerConnection = 32;
        limits.Http2.InitialConnectionWindowSize = 256 * Kilobyte;
        limits.Http2.InitialStreamWindowSize = 128 * Kilobyte;
    }
}
