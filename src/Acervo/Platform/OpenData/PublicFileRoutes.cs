using Acervo.Platform.Files;
using Microsoft.Net.Http.Headers;

namespace Acervo.Platform.OpenData;

/// <summary>
/// Public files at <c>/archivos/{sha256}/{name}</c>. They are always downloads, never pages: whatever is inside cannot act in the name of the site.
/// </summary>
internal static class PublicFileRoutes
{
    /// <summary>Nothing in a file acts.</summary>
    public const string Policy = "sandbox; default-src 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/archivos/{sha256:length(64)}/{name}", SendAsync);

    private static async Task<IResult> SendAsync(string sha256, string name, HttpContext http, PublicFiles files, CancellationToken cancel)
    {
        var file = await files.FindAsync(sha256, name, cancel) ?? throw new NotFoundException($"file {sha256}");
        if (!file.IsCurrent)
        {
            return file.WasWithdrawn
                ? TypedResults.Problem("La publicación que traía este archivo fue retirada.", statusCode: StatusCodes.Status410Gone, title: "Retirado")
                : throw new NotFoundException($"file {sha256}");
        }

        file.Mark.Put(http);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        return TypedResults.Stream(
            new ChunkStream((number, stop) => files.ChunkAsync(sha256, number, stop), file.Size), file.ContentType, file.Name,
            entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }
}
