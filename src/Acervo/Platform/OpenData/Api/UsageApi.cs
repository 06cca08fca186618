using System.ComponentModel;
using System.Globalization;
using Acervo.Platform.Calendar;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Acervo.Platform.Usage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Acervo.Platform.OpenData.Api;

/// <summary>The function of the API that says how often a publication was read.</summary>
internal static class UsageApi
{
    /// <summary>How old its answer may be: whoever asks all the time does not make the database add up all the time.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/usage/{kind}/{slug}", OneAsync).WithName("getUsage")
        .WithSummary("Cuántas veces se leyó una publicación, por mes y canal")
        .WithDescription("Cuenta lecturas, no personas: no se guarda quién lee. Las de los últimos minutos pueden faltar. Si la "
            + "dirección cambió, redirige (301).")
        .WithMetadata(new PublicCacheAttribute());

    private static async Task<Results<Ok<UsageReport>, RedirectHttpResult, NotFound<Microsoft.AspNetCore.Mvc.ProblemDetails>, JsonHttpResult<Tombstone>>>
        OneAsync([Description("Tipo, como lo dice «kind» en cada publicación.")] string kind, [Description("Nombre en la dirección.")] string slug,
            PublishedVersions versions, PublicUsage usage, UsageChannels channels, PublicationKinds kinds, TimeProvider clock, CancellationToken cancel)
    {
        var latest = await versions.LatestAsync(kind, slug, cancel);
        if (latest.IsWithdrawn)
        {
            return Tombstone.Of(kind, latest, kinds);
        }

        if (latest.Slug != slug)
        {
            return TypedResults.Redirect($"/api/v1/usage/{kind}/{latest.Slug}", permanent: true);
        }

        GoodUntil.Tell(clock.Now() + Age);
        return TypedResults.Ok(UsageReport.Of(kind, slug, await usage.OfAsync(kind, latest.Item, cancel), channels));
    }
}

/// <summary>How often a publication was read.</summary>
/// <param name="Kind">Tipo de publicación.</param>
/// <param name="Slug">Nombre en la dirección.</param>
/// <param name="Since">Primer día con lecturas, en Bogotá; null cuando no tiene ninguna.</param>
/// <param name="Total">Lecturas desde entonces, de todas sus versiones a la vista.</param>
/// <param name="Months">Los meses con lecturas, del más antiguo al más nuevo.</param>
public sealed record UsageReport(string Kind, string Slug, DateOnly? Since, long Total, IReadOnlyList<UsageMonth> Months)
{
    public static UsageReport Of(string kind, string slug, UsageFigures figures, UsageChannels channels) => new(
        kind, slug, figures.Since, figures.Total,
        [.. figures.Sums.GroupBy(sum => sum.Month).OrderBy(month => month.Key).Select(month => new UsageMonth(
            month.Key.ToString("yyyy-MM", CultureInfo.InvariantCulture), month.Sum(sum => sum.Count),
            [.. month.OrderBy(sum => channels.PlaceOf(sum.Channel)).Select(sum => new UsageOfChannel(sum.Channel, channels.TitleOf(sum.Channel),
                sum.Count))]))]);
}

/// <summary>The readings of a month.</summary>
/// <param name="Month">El mes, como 2026-03.</param>
/// <param name="Total">Lecturas por todos los canales.</param>
/// <param name="Channels">Lecturas por canal.</param>
public sealed record UsageMonth(string Month, long Total, IReadOnlyList<UsageOfChannel> Channels);

/// <summary>The readings by one channel.</summary>
/// <param name="Channel">Nombre del canal: page, pdf, word, file, json, feed o uno de los que usa la entidad en sus enlaces.</param>
/// <param name="Title">Lo que leen las personas.</param>
/// <param name="Count">Cuántas.</param>
public sealed record UsageOfChannel(string Channel, string Title, long Count);
