using System.ComponentModel;
using System.Text.Json;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Acervo.Platform.Usage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Acervo.Platform.OpenData.Api;

/// <summary>The API for programs, version 1: what is public and nothing else, without keys, for reading.</summary>
internal static class PublicApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").WithTags("Publicaciones");
        api.MapGet("/publications", ListAsync).WithName("listPublications").WithSummary("Lista y busca publicaciones")
            .WithDescription("Además de los parámetros descritos, acepta cada faceta por su nombre (por ejemplo «dependencia» o «anio»), repetida cuantas "
                + "veces se quiera, y los dos extremos de cada rango. /datos/api dice cuáles hay.")
            .WithMetadata(new PublicCacheAttribute(ApiQuestion.Names) { Facets = true });
        api.MapGet("/publications/{kind}/{slug}", OneAsync).WithName("getPublication").WithSummary("Una publicación completa")
            .WithDescription("Si la dirección cambió, redirige (301) a la actual.").WithMetadata(new PublicCacheAttribute());
        api.MapGet("/publications/{kind}/{slug}/versions", VersionsAsync).WithName("listVersions").WithSummary("Historia de una publicación")
            .WithDescription("Las versiones que están a la vista, de la más nueva a la más antigua. Las retiradas no figuran.")
            .WithMetadata(new PublicCacheAttribute());
        InForceApi.Map(api);
        UsageApi.Map(api);
        api.MapGet("/facets", FacetsAsync).WithName("listFacets").WithSummary("Facetas y sus valores")
            .WithDescription("Lo que puede ir en los parámetros de faceta, con cuántas publicaciones tiene cada valor.")
            .WithMetadata(new PublicCacheAttribute("kind"));
        api.MapGet("/suggest", SuggestAsync).WithName("suggest").WithSummary("Sugerencias mientras se escribe")
            .WithDescription("Hasta nueve títulos y palabras que contienen lo escrito.").WithMetadata(new PublicCacheAttribute("q"));
        routes.MapGet("/api/{**rest}", () => ApiProblems.Missing("No existe esa función de la API. Vea /datos/api.")).ExcludeFromDescription();
        routes.MapMethods("/api/{**rest}", [HttpMethods.Options], Preflight).ExcludeFromDescription();
    }

    private static async Task<Results<Ok<PublicationPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] ApiQuestion question, HttpRequest http, PublicCards cards, PublicationKinds kinds, SiteUrl address, CancellationToken cancel)
    {
        var (search, wrong) = question.TryRead(http.Query, kinds);
        if (search is null)
        {
            return ApiProblems.Wrong(wrong!);
        }

        var (found, list) = await cards.FindAsync(search, cancel);
        var site = address.Root;
        return TypedResults.Ok(new PublicationPage(
            found.Total, search.Page, search.Size, found.Next?.ToString(), found.DidYouMean,
            [.. list.Select(card => PublicationSummary.Of(card, kinds, site))], FacetValues.Of(found, kinds)));
    }

    private static async Task<Results<Ok<PublicationFull>, RedirectHttpResult, NotFound<Microsoft.AspNetCore.Mvc.ProblemDetails>,
        JsonHttpResult<Tombstone>>> OneAsync(
        [Description("Tipo, como lo dice «kind» en cada publicación.")] string kind, [Description("Nombre en la dirección.")] string slug,
        HttpContext http, PublishedVersions versions, PublicCards cards, Kinship kinship, PublicationKinds kinds, SiteUrl address, CancellationToken cancel)
    {
        var latest = await versions.LatestAsync(kind, slug, cancel);
        if (latest.IsWithdrawn)
        {
            return Tombstone.Of(kind, latest, kinds);
        }

        if (latest.Slug != slug || await cards.FindAsync(kind, slug, cancel) is not { } card)
        {
            return TypedResults.Redirect($"/api/v1/publications/{kind}/{latest.Slug}", permanent: true);
        }

        new UsageMark(kind, card.Item, card.Version, UsageChannels.Json).Put(http);
        using var record = JsonDocument.Parse(latest.Body);
        var kin = await kinship.OfAsync(kind, card.Item, card.Version, cancel);
        return TypedResults.Ok(new PublicationFull(PublicationSummary.Of(card, kinds, address.Root), record.RootElement.Clone(),
            [.. kin.Select(one => KinSummary.Of(one, kinds.Of(kind), address.Root))]));
    }

    private static async Task<Results<Ok<IReadOnlyList<VersionSummary>>, NotFound<Microsoft.AspNetCore.Mvc.ProblemDetails>,
        JsonHttpResult<Tombstone>>> VersionsAsync(
        [Description("Tipo, como lo dice «kind» en cada publicación.")] string kind, [Description("Nombre en la dirección.")] string slug,
        PublishedVersions versions, PublicationKinds kinds, SiteUrl address, CancellationToken cancel)
    {
        var latest = await versions.LatestAsync(kind, slug, cancel);
        if (latest.IsWithdrawn)
        {
            return Tombstone.Of(kind, latest, kinds);
        }

        var url = address.Root + kinds.Href(kind, latest.Slug);
        var history = await versions.HistoryAsync(kind, latest.Item, cancel);
        return TypedResults.Ok<IReadOnlyList<VersionSummary>>([.. history.Select(one =>
            new VersionSummary(one.Version, one.PublishedAt, one.ReplacedAt, one.ChangeNote, one.Sha256, $"{url}/v{one.Version}.json"))]);
    }

    private static async Task<Results<Ok<IReadOnlyList<FacetValues>>, ProblemHttpResult>> FacetsAsync(
        [Description("Tipo de publicación. Puede repetirse.")] string[]? kind, Searcher searcher, PublicationKinds kinds, CancellationToken cancel)
    {
        if (kind?.FirstOrDefault(one => kinds.Find(one) is null) is { } unknown)
        {
            return ApiProblems.Wrong($"No existe el tipo «{unknown}».");
        }

        var found = await searcher.FindAsync(new SearchRequest("", kind ?? [], [], SearchSort.Newest, 1) { CountsKinds = true }, cancel);
        return TypedResults.Ok(FacetValues.Of(found, kinds));
    }

    private static async Task<Ok<IReadOnlyList<SuggestionJson>>> SuggestAsync(
        [Description("Lo escrito hasta ahora; al menos dos letras.")] string? q, Suggestions suggestions, SiteUrl address, CancellationToken cancel)
    {
        var site = address.Root;
        var found = await suggestions.ForAsync(q ?? "", cancel);
        return TypedResults.Ok<IReadOnlyList<SuggestionJson>>([.. found.Select(one => new SuggestionJson(one.Text,
            one.Href is null ? null : site + one.Href))]);
    }

    private static NoContent Preflight(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
        http.Response.Headers.AccessControlAllowHeaders = "If-None-Match";
        http.Response.Headers.AccessControlMaxAge = "86400";
        return TypedResults.NoContent();
    }
}
