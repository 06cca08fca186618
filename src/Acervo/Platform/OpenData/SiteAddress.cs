namespace Acervo.Platform.OpenData;

/// <summary>
/// Where the site is reached from outside: configuration <c>Site:BaseUrl</c>. Without it the request's host is believed only when
/// <c>AllowedHosts</c> names it or it is this machine's own: anybody can send a request with another host.
/// </summary>
public sealed class SiteAddress(IConfiguration configuration)
{
    private readonly string? configured = (configuration["Site:BaseUrl"] ?? configuration["Site:Url"])?.TrimEnd('/');

    private readonly string[] allowed = [.. (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(host => host != "*")];

    /// <summary>The address without a final slash; null when it is neither configured nor to be believed.</summary>
    public string? Find(HttpRequest request)
    {
        if (!string.IsNullOrEmpty(configured))
        {
            return configured;
        }

        var host = request.Host.Host;
        return host is "127.0.0.1" or "localhost" or "[::1]" || Array.Exists(allowed, pattern => Matches(pattern, host))
            ? $"{request.Scheme}://{request.Host.Value}"
            : null;
    }

    /// <exception cref="RuleException">The address is not configured and the request's host is not to be believed.</exception>
    public string Of(HttpRequest request) => Find(request)
        ?? throw new RuleException("Falta configurar la dirección del sitio (Site:BaseUrl), y el nombre de servidor de esta solicitud no está entre los permitidos (AllowedHosts).");

    private static bool Matches(string pattern, string host) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}

/// <summary>How the site and the entity are called in feeds, catalogues and metadata, and on what terms the content may be used.</summary>
public sealed record SiteName(string Product, string Entity, string Purpose)
{
    public string License { get; init; } = "https://creativecommons.org/licenses/by/4.0/deed.es";
}
