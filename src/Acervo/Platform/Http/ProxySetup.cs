using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Acervo.Platform.Http;

/// <summary>
/// Believes a proxy in front only when it is named in configuration (<c>Site:KnownProxies</c>, addresses or networks such as <c>10.0.0.0/8</c>):
/// anybody else who sends forwarded headers is taken for what they are.
/// </summary>
internal static class ProxySetup
{
    public static void UseKnownProxies(this WebApplication app)
    {
        var known = app.Configuration.GetSection("Site:KnownProxies").Get<string[]>() ?? [];
        if (known.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in known)
        {
            if (text.Contains('/', StringComparison.Ordinal))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(text));
            }
            else
            {
                options.KnownProxies.Add(IPAddress.Parse(text));
            }
        }

        app.UseForwardedHeaders(options);
    }
}
