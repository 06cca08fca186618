using System.ComponentModel;
using System.Globalization;
using Acervo.Platform.Calendar;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Platform.OpenData.Api;

/// <summary>The function of the API that says what was in force on a day.</summary>
internal static class InForceApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/in-force/{kind}", ListAsync).WithName("listInForce")
        .WithSummary("Lo que estaba vigente un día")
        .WithDescription("De cada publicación, la versión vigente al terminar ese día en Bogotá. Las que se retiraron después figuran sin su texto.")
        .WithMetadata(new PublicCacheAttribute("day", "after"));

    private static async Task<Results<Ok<InForcePage>, ProblemHttpResult, NotFound<ProblemDetails>>> ListAsync(
        [Description("Tipo de publicación.")] string kind, [Description("Día, como 2026-03-01. Sin él, hoy.")] string? day,
        [Description("Continúa donde terminó una respuesta anterior (su campo «next»).")] string? after,
        InForce inForce, PublicationKinds kinds, SiteUrl address, TimeProvider clock, CancellationToken cancel)
    {
        var asked = clock.Today();
        if (day is not null && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out asked))
        {
            return ApiProblems.Wrong($"«{day}» no es un día. Escríbalo como 2026-03-01.");
        }

        if (day is null)
        {
            // What «today» means changes at midnight, whatever was kept.
            GoodUntil.Tell(asked.AddDays(1).ToDateTime(TimeOnly.MinValue).BogotaToUtc());
        }

        if (asked > clock.Today())
        {
            return ApiProblems.Wrong("Ese día todavía no ha llegado: lo que estará vigente no se sabe.");
        }

        var from = 0;
        if (after is not null && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from))
        {
            return ApiProblems.Wrong("«after» debe ser el valor de «next» de una respuesta anterior.");
        }

        var found = await inForce.OnAsync(kinds.Of(kind).Kind, asked, from, cancel);
        var next = found.Count == InForce.PageSize ? (int?)found[^1].Item : null;
        return TypedResults.Ok(new InForcePage(asked, next, [.. found.Select(one => InForceItem.Of(one, kinds.Of(kind), address.Root))]));
    }
}

/// <summary>A page of what was in force on a day.</summary>
/// <param name="Day">El día, en Bogotá.</param>
/// <param name="Next">Valor de «after» para seguir; null cuando no hay más.</param>
/// <param name="Items">Las versiones vigentes.</param>
public sealed record InForcePage(DateOnly Day, int? Next, IReadOnlyList<InForceItem> Items);

/// <summary>A version that was in force on a day.</summary>
/// <param name="Slug">Nombre en la dirección que tenía.</param>
/// <param name="Version">Su número.</param>
/// <param name="Title">Su título.</param>
/// <param name="Organisation">Entidad que responde por ella.</param>
/// <param name="State">Cómo está hoy: current, superseded o withdrawn.</param>
/// <param name="PublishedAt">Desde cuándo estuvo vigente (UTC).</param>
/// <param name="EndedAt">Hasta cuándo (UTC); null si sigue vigente.</param>
/// <param name="OpensAt">Desde cuándo se podía usar lo que ofrece (UTC); null cuando no lo dice, o fue retirada.</param>
/// <param name="ClosesAt">Hasta cuándo (UTC); null cuando no lo dice, o fue retirada.</param>
/// <param name="Url">Su página; la de una retirada dice por qué lo fue.</param>
public sealed record InForceItem(
    string Slug, int Version, string Title, string Organisation, string State, DateTime PublishedAt, DateTime? EndedAt, DateTime? OpensAt, DateTime? ClosesAt,
    string Url)
{
    public static InForceItem Of(VersionInForce one, PublicationKind kind, string site) => new(
        one.Slug, one.Version, one.Title, one.Organisation, one.State, one.PublishedAt, one.EndedAt, one.Span.OpensAt, one.Span.ClosesAt,
        site + kind.Href(one.Slug) + (one.State == "superseded" ? $"/v{one.Version}" : ""));
}
