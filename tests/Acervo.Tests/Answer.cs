using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Acervo.Tests;

/// <summary>What the site answered, ready to be read as a person or a program would.</summary>
public sealed class Answer(HttpResponseMessage response, string body)
{
    private IHtmlDocument? page;

    public HttpStatusCode Status => response.StatusCode;

    public HttpResponseMessage Response => response;

    public string Body => body;

    /// <summary>Where a redirect leads, path and query only when it stays on the site.</summary>
    public string? Location
    {
        get
        {
            var to = response.Headers.Location;
            var isHere = to is { IsAbsoluteUri: true } && to.Authority == response.RequestMessage!.RequestUri!.Authority;
            return isHere ? to!.PathAndQuery : to?.OriginalString;
        }
    }

    public IHtmlDocument Page => page ??= new HtmlParser().ParseDocument(body);

    /// <summary>The text of the first element that the selector finds, with single spaces; empty when there is none.</summary>
    public string Text(string selector = "body") =>
        string.Join(' ', (Page.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The links and buttons of the page by their words.</summary>
    public string? Href(string words) =>
        Page.QuerySelectorAll("a").FirstOrDefault(link => link.TextContent.Trim().Equals(words, StringComparison.Ordinal))?.GetAttribute("href");
}
