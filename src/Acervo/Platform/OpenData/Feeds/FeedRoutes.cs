using Acervo.Platform.Http;
using Acervo.Platform.OpenData.Api;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;

namespace Acervo.Platform.OpenData.Feeds;

/// <summary>The feeds of the site, of each kind and of any search: <c>/atom.xml</c>, <c>/practicas/rss.xml?q=…</c>, <c>/feed.json</c>.</summary>
internal static class FeedRoutes
{
    private static readonly (string File, string Type, Func<Feed, byte[]> Write)[] Formats =
    [
        ("atom.xml", "application/atom+xml; charset=utf-8", FeedXml.ToAtom),
        ("rss.xml", "application/rss+xml; charset=utf-8", FeedXml.ToRss),
        ("feed.json", "application/feed+json; charset=utf-8", FeedJson.Write),
    ];

    public static void Map(IEndpointRouteBuilder routes, PublicationKinds kinds)
    {
        foreach (var (file, type, write) in Formats)
        {
            foreach (var kind in kinds.All.Append(null))
            {
                routes.MapGet($"{kind?.Route}/{file}", async Task<IResult> (HttpRequest http, FeedDesk desk, CancellationToken cancel) =>
                        PublicQuestion.WrongIn(PublicQuestion.Read(http.Query, kinds, kind?.Kind, SearchSort.Updated)) is { } wrong ? ApiProblems.Wrong(wrong)
                            : TypedResults.Bytes(write(await desk.MakeAsync(http, kind, cancel)), type))
                    .WithMetadata(new PublicCacheAttribute(PublicQuestion.Names) { Facets = true });
            }
        }
    }
}
