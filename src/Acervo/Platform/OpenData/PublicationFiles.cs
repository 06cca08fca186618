using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Acervo.Platform.Calendar;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;
using Acervo.Platform.Http;
using Acervo.Platform.Printing;
using Acervo.Platform.Publications;
using Acervo.Platform.Usage;
using Acervo.Ui;
using Microsoft.Net.Http.Headers;

namespace Acervo.Platform.OpenData;

/// <summary>
/// A publication as a file for people: the official Word form at <c>/practicas/{slug}.docx</c>, the printed page at <c>/practicas/{slug}.pdf</c>, and the
/// picture that goes with a link to it at <c>/practicas/{slug}.png</c>.
/// </summary>
internal static class PublicationFiles
{
    /// <summary>Another program may show the same facts otherwise.</summary>
    private static readonly string Program = typeof(PublicationFiles).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public static void Map(IEndpointRouteBuilder routes, PublicationKinds kinds)
    {
        foreach (var kind in kinds.All)
        {
            routes.MapGet($"{kind.Route}/{{slug}}.pdf",
                (string slug, HttpContext http, PublishedVersions versions, PdfPrinter printer, SiteUrl address, SiteIdentity site, TimeProvider clock) =>
                    PrintedAsync(kind, kinds, slug, http, versions, printer, clock.Now(), $"{address.Root} {site}"));
            routes.MapGet($"{kind.Route}/{{slug}}{ShareCards.Extension}",
                (string slug, HttpContext http, PublishedVersions versions, ShareCards cards) => CardAsync(kind, kinds, slug, http, versions, cards));
            if (kind.FormKind is not null)
            {
                routes.MapGet($"{kind.Route}/{{slug}}.docx",
                    (string slug, HttpContext http, PublishedVersions versions, FormCatalogue forms, SiteIdentity site) =>
                    WordAsync(kind, kinds, slug, http, versions, forms, site)).WithMetadata(new PublicCacheAttribute());
            }
        }
    }

    /// <summary>Written from the published facts alone.</summary>
    private static async Task<IResult> WordAsync(
        PublicationKind kind, PublicationKinds kinds, string slug, HttpContext http, PublishedVersions versions, FormCatalogue forms, SiteIdentity site)
    {
        var latest = await versions.LatestAsync(kind.Kind, slug, http.RequestAborted);
        if (Elsewhere(kind, kinds, slug, latest, ".docx") is { } other)
        {
            return other;
        }

        var facts = JsonNode.Parse(latest.Body)!;
        var form = forms.Find((string?)facts["form"]?["code"] ?? "", (string?)facts["form"]?["version"] ?? "")
            ?? throw new NotFoundException($"form of {slug}");
        var answers = FormAnswers.FromJson(facts["answers"]!.ToJsonString());
        var filledOn = DateOnly.TryParse((string?)facts["form"]!["filledOn"], CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null;
        new UsageMark(kind.Kind, latest.Item, latest.Version, UsageChannels.Word).Put(http);
        return TypedResults.File(FormDocx.Write(form, answers, filledOn, new FormDocxOptions(site.Entity) { IncludePersonal = false }), FormDocx.ContentType,
            $"{slug}.docx");
    }

    private static async Task<IResult> PrintedAsync(
        PublicationKind kind, PublicationKinds kinds, string slug, HttpContext http, PublishedVersions versions, PdfPrinter printer, DateTime now,
        string frame)
    {
        var latest = await versions.LatestAsync(kind.Kind, slug, http.RequestAborted);
        if (Elsewhere(kind, kinds, slug, latest, ".pdf") is { } other)
        {
            return other;
        }

        // The page says whether it is open and in use: what was printed before it closed is not what it says after.
        var shown = SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{Program} {frame} {slug} {latest.Version} {latest.PublishedAt:O} {latest.Sha256} {latest.Span.At(now)} "
            + $"{latest.Life.LapsedAt:O} {latest.Life.Sentence(kind, now)}"));
        try
        {
            var print = await printer.PrintAsync(kind.Href(slug), $"{kind.Kind}-{latest.Item}", Convert.ToHexStringLower(shown)[..32],
                http.RequestAborted);
            new UsageMark(kind.Kind, latest.Item, latest.Version, UsageChannels.Pdf).Put(http);
            return TypedResults.PhysicalFile(print, "application/pdf", $"{slug}.pdf", enableRangeProcessing: true);
        }
        catch (PrinterBusyException busy)
        {
            return new RefusedDownload(StatusCodes.Status503ServiceUnavailable, busy.Message, busy.RetryAfter);
        }
    }

    /// <summary>The picture that goes with a link to it: no reading.</summary>
    private static async Task<IResult> CardAsync(
        PublicationKind kind, PublicationKinds kinds, string slug, HttpContext http, PublishedVersions versions, ShareCards cards)
    {
        var latest = await versions.LatestAsync(kind.Kind, slug, http.RequestAborted);
        if (Elsewhere(kind, kinds, slug, latest, ShareCards.Extension) is { } other)
        {
            return other;
        }

        try
        {
            var key = cards.KeyOf(kind, latest.Title, latest.Organisation);
            var card = await cards.DrawAsync(kind, latest, http.RequestAborted);
            http.Response.Headers.ContentSecurityPolicy = PublicFileRoutes.Policy;
            return TypedResults.PhysicalFile(card, "image/png", entityTag: new EntityTagHeaderValue($"\"{key}\""));
        }
        catch (PrinterBusyException busy)
        {
            return new RefusedDownload(StatusCodes.Status503ServiceUnavailable, busy.Message, busy.RetryAfter);
        }
    }

    /// <summary>The answer when the file is not here: gone for good, replaced by another publication, or moved with its page.</summary>
    private static IResult? Elsewhere(PublicationKind kind, PublicationKinds kinds, string slug, PublishedVersion latest, string extension) => latest switch
    {
        { IsWithdrawn: true } when kinds.HrefOf(latest.Successor) is { } successor => TypedResults.Redirect(successor),
        { IsWithdrawn: true } => RefusedDownload.Of(latest),
        _ when latest.Slug != slug => TypedResults.Redirect(kind.Href(latest.Slug) + extension, permanent: true),
        _ => null,
    };
}
