using System.Buffers;
using Acervo.Platform.Http;

namespace Acervo.Platform.Usage;

/// <summary>Which requests are somebody reading. It looks at what the request says of itself and keeps nothing of it.</summary>
internal static class UsageRule
{
    /// <summary>How robots give themselves away: by what they are, or by the address where they explain themselves, which no browser sends.</summary>
    private static readonly SearchValues<string> Robots = SearchValues.Create(
        ["bot/", "bot (", "crawl", "spider", "preview", "headless", "whatsapp/", "http:", "https:"], StringComparison.OrdinalIgnoreCase);

    /// <summary>A visitor who asks for it now; not the people of the entity at work, nor a browser that fetches what may be asked for next.</summary>
    public static bool IsReading(HttpRequest request)
    {
        var headers = request.Headers;
        return HttpMethods.IsGet(request.Method) && !SiteCookies.HasState(request)
            && !IsAhead(headers["Sec-Purpose"]) && !IsAhead(headers["Purpose"])
            && !headers.UserAgent.ToString().AsSpan().ContainsAny(Robots);
    }

    private static bool IsAhead(string? purpose) => purpose is not null && purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase);
}
