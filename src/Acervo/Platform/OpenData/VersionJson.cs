using System.Text;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;

namespace Acervo.Platform.OpenData;

/// <summary>The canonical JSON of a publication at <c>/practicas/{slug}.json</c> and <c>/practicas/{slug}/v2.json</c>: <c>sha256sum</c> proves the receipt.</summary>
internal static class VersionJson
{
    public static void Map(IEndpointRouteBuilder routes, PublicationKinds kinds)
    {
        foreach (var kind in kinds.All)
        {
            routes.MapGet($"{kind.Route}/{{slug}}.json", (string slug, PublishedVersions versions, CancellationToken cancel) => LatestAsync(kind, slug, versions, cancel))
                .WithMetadata(new PublicCacheAttribute());
            routes.MapGet($"{kind.Route}/{{slug}}/v{{number:int}}.json", (string slug, int number, PublishedVersions versions, CancellationToken cancel) => VersionAsync(kind, slug, number, versions, cancel))
                .WithMetadata(new PublicCacheAttribute());
        }
    }

    private static async Task<IResult> LatestAsync(PublicationKind kind, string slug, PublishedVersions versions, CancellationToken cancel)
    {
        var latest = await versions.LatestAsync(kind.Kind, slug, cancel);
        if (latest.IsWithdrawn)
        {
            return Tombstone.Of(kind.Kind, latest);
        }

        return latest.Slug == slug ? new HashedJson(latest, isFixed: false) : TypedResults.Redirect($"{kind.Href(latest.Slug)}.json", permanent: true);
    }

    private static async Task<IResult> VersionAsync(PublicationKind kind, string slug, int number, PublishedVersions versions, CancellationToken cancel)
    {
        var all = await versions.AllAsync(kind.Kind, slug, cancel);
        if (all[0].IsWithdrawn)
        {
            return Tombstone.Of(kind.Kind, all[0]);
        }

        if (all[0].Slug != slug)
        {
            return TypedResults.Redirect($"{kind.Href(all[0].Slug)}/v{number}.json", permanent: true);
        }

        var version = all.FirstOrDefault(one => one.Version == number) ?? throw new NotFoundException($"{kind.Kind}/{slug} v{number}");
        return version.IsWithdrawn ? Tombstone.Of(kind.Kind, version) : new HashedJson(version, isFixed: true);
    }

    /// <summary>Sends the bytes that were hashed, nothing added and nothing formatted. A numbered version never changes: browsers may keep it.</summary>
    private sealed class HashedJson(PublishedVersion version, bool isFixed) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.ContentType = "application/json; charset=utf-8";
            headers.ETag = $"\"{version.Sha256}\"";
            if (isFixed)
            {
                headers.CacheControl = "public, max-age=31536000, s-maxage=5, immutable";
            }

            await httpContext.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(version.Body), httpContext.RequestAborted);
        }
    }
}
