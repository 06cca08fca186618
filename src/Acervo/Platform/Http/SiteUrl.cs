using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Acervo.Platform.Http;

/// <summary>
/// Where the site is reached from outside (configuration <c>Site:Url</c>), for links in letters, feeds, metadata and citations. The host of a request
/// is never believed: anybody can send a request with another one and so have a secret link, or a kept page, point to a site of theirs.
/// </summary>
public sealed class SiteUrl(IConfiguration configuration, IServer server)
{
    /// <summary>What <c>acervo serve</c> listens on unless told; commands write letters without listening at all.</summary>
    private const string Usual = "http://127.0.0.1:8080";

    private readonly string? configured = configuration["Site:Url"]?.TrimEnd('/') is { Length: > 0 } given ? given : null;

    /// <summary>The address without a final slash. Unless configured it is this machine's own, as seen from this machine.</summary>
    public string Root => configured ?? Local;

    /// <summary>Where this very program listens, for whoever asks it from the same machine.</summary>
    public string Local => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening ? Reachable(listening) : Usual;

    /// <summary>The full address of a path.</summary>
    public string Of(string path) => Root + path;

    /// <summary>
    /// Called at the start of a server, so that no act that writes a letter is refused halfway and no letter carries a link that leads nowhere.
    /// </summary>
    /// <exception cref="RuleException">The site is to be reached from outside and does not know its address, or what it was told is no address.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        var given = configuration["Site:Url"];
        if (!string.IsNullOrEmpty(given) && !(Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            throw new RuleException($"Site:Url debe ser una dirección completa, como https://acervo.entidad.gov.co, no «{given}».");
        }

        if (string.IsNullOrEmpty(given) && environment.IsProduction() && IsOpen(configuration))
        {
            throw new RuleException("Falta la dirección del sitio: este servidor se alcanza desde otros equipos y sus correos, citas y canales llevan enlaces. "
                + "Configure Site__Url=https://acervo.entidad.gov.co.");
        }
    }

    /// <summary>Whether other machines reach this server: itself, or through a proxy in front.</summary>
    private static bool IsOpen(IConfiguration configuration) =>
        configuration.GetSection("Site:KnownProxies").GetChildren().Any()
        || configuration["AllowedHosts"] is { Length: > 0 } and not "*"
        || (configuration["urls"] ?? Usual).Split(';', StringSplitOptions.RemoveEmptyEntries).Any(url => !IsLocal(BindingAddress.Parse(url).Host));

    private static bool IsLocal(string host) => host is "localhost" or "[::1]" || host.StartsWith("127.", StringComparison.Ordinal);

    /// <summary>An address to listen on («every network») as one to ask.</summary>
    private static string Reachable(string listening) =>
        listening.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
        .Replace("//+", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//127.0.0.1", StringComparison.Ordinal).TrimEnd('/');
}
