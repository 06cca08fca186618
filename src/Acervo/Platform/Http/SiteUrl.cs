namespace Acervo.Platform.Http;

/// <summary>
/// Where the site is reached from outside (configuration <c>Site:Url</c>), for links in letters. A request's own host is trusted only when it is
/// this machine's: anybody can send a request with another host name and so have a secret link point to a site of theirs.
/// </summary>
public sealed class SiteUrl(IConfiguration configuration, IHttpContextAccessor http)
{
    /// <exception cref="RuleException">The address is not configured and cannot be known.</exception>
    public string Of(string path)
    {
        if (configuration["Site:Url"] is { Length: > 0 } configured)
        {
            return configured.TrimEnd('/') + path;
        }

        if (http.HttpContext?.Request is not { } request)
        {
            return "http://127.0.0.1:8080" + path;
        }

        return request.Host.Host is "127.0.0.1" or "localhost" or "[::1]"
            ? $"{request.Scheme}://{request.Host}{path}"
            : throw new RuleException("Falta configurar la dirección del sitio (Site:Url): sin ella no se envían enlaces por correo.");
    }
}
