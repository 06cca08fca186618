using Acervo.Platform.Http;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Acervo.Modules.Home;

/// <summary>What the search box asks while somebody types.</summary>
internal static class SearchApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/buscar/sugerencias", SuggestAsync).AllowAnonymous().WithMetadata(new PublicCacheAttribute("q"));

    private static async Task<Ok<IReadOnlyList<Suggestion>>> SuggestAsync(string? q, Suggestions suggestions, CancellationToken cancel) =>
        TypedResults.Ok(await suggestions.ForAsync(q ?? "", cancel));
}
