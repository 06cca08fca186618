using System.Text;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Acervo.Platform.Usage;

namespace Acervo.Platform.OpenData;

/// <summary>
/// The canonical JSON of a publication at <c>/practicas/{slug}.json</c> and <c>/practicas/{slug}/v2.json</c>: <c>sha256sum</c> proves the receipt.
/// </summary>
internal static class VersionJson
{
    public static void Map(IEndpointRouteBuilder routes, PublicationKinds kinds)
    {
        foreach (var kind in kinds.All)
        {
            routes.MapGet($"{kind.Route}/{{slug}}.json",
                (string slug, PublishedVersions versions, CancellationToken cancel) => LatestAsync(kind, slug, versions, kinds, cancel))
                .WithMetadata(new PublicCacheAttribute());
            routes.MapGet($"{kind.Route}/{{slug}}/v{{number:int}}.json",
                (string slug, int number, PublishedVersions versions, CancellationToken cancel) => VersionAsync(kind, slug, number, versions, kinds, cancel))
                .WithMetadata(new PublicCacheAttribute());
        }
    }

    private static async Task<IResult> LatestAsync(
        PublicationKind kind, string slug, PublishedVersions versions, PublicationKinds kinds, CancellationToken cancel)
    {
        var latest = await versions.LatestAsync(kind.Kind, slug, cancel);
        if (latest.IsWithdrawn)
        {
            return Tombstone.Of(kind.Kind, latest, kinds);
        }

        return latest.Slug == slug ? new HashedJson(kind.Kind, latest) : TypedResults.Redirect($"{kind.Href(latest.Slug)}.json", permanent: true);
    }

    private static async Task<IResult> VersionAsync(
        PublicationKind kind, string slug, int number, PublishedVersions versions, PublicationKinds kinds, CancellationToken cancel)
    {
        var latest = await versions.LatestAsync(kind.Kind, slug, cancel);
        if (latest.IsWithdrawn)
        {
            return Tombstone.Of(kind.Kind, latest, kinds);
        }

        if (latest.Slug != slug)
        {
            return TypedResults.Redirect($"{kind.Href(latest.Slug)}/v{number}.json", permanent: true);
        }

        var version = await versions.OneAsync(kind.Kind, latest.Item, number, cancel);
        return version.IsWithdrawn ? Tombstone.Of(kind.Kind, version, kinds) : new HashedJson(kind.Kind, version);
    }

    /// <summary>
    /// Sends the bytes that were hashed, nothing added and nothing formatted. A numbered version never changes, and yet nobody is told to keep it:
    /// it may be withdrawn, and what a shared cache was given for a year cannot be called back. The hash as its tag makes asking again cheap.
    /// </summary>
    private sealed class HashedJson(string kind, PublishedVersion version) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            new UsageMark(kind, version.Item, version.Version, UsageChannels.Json).Put(httpContext);
            var headers = httpContext.Response.Headers;
            headers.ContentType = "application/json; charset=utf-8";
            headers.ETag = $"\"{version.Sha256}\"";
            await httpContext.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(version.Body), httpContext.RequestAborted);
        }
    }
}
