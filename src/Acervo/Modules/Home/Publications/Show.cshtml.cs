using System.Globalization;
using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.Publications;

/// <summary>A publication of any kind, in force or in an older version; a tombstone when it was withdrawn.</summary>
[AllowAnonymous]
[PublicCache]
public sealed class ShowModel(PublicPages pages, RelatedItems related, PublicationKinds kinds, MetadataDesk metadata) : PageModel
{
    public PublicationKind Kind => KindRoutes.KindOf(HttpContext);

    public PublicPage Publication { get; private set; } = null!;

    public IReadOnlyList<RelatedItem> Related { get; private set; } = [];

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public IReadOnlyList<Platform.Publications.Facet> Goals { get; private set; } = [];

    public string Href => kinds.Href(Publication.Kind, (string)RouteData.Values["slug"]!);

    public PageMetadata Metadata => metadata.ForPublication(Publication);

    /// <summary>How many adapt it, in words: «2 buenas prácticas la adaptan».</summary>
    public string Adaptations
    {
        get
        {
            var it = Kind.IsFeminine ? "la" : "lo";
            return Spanish.Count(Publication.ReuseCount, $"{Kind.Singular.ToLowerInvariant()} {it} adapta", $"{Kind.Plural.ToLowerInvariant()} {it} adaptan");
        }
    }

    public int Latest => Publication.History[0].Version;

    public string CheckHref => Publication.IsSuperseded ? $"{Href}/v{Publication.Version}.json" : $"{Href}.json";

    public string Permalink => metadata.Permalink($"{Href}{(Publication.IsSuperseded ? $"/v{Publication.Version}" : "")}");

    public async Task<IActionResult> OnGetAsync(string slug, string? version, CancellationToken cancel)
    {
        int? number = version is null ? null : int.Parse(version.AsSpan(1), CultureInfo.InvariantCulture);
        if (await pages.FindAsync(Kind.Kind, slug, number, cancel) is not { } page)
        {
            return await pages.MovedAsync(Kind.Kind, slug, cancel) is { } moved
                ? RedirectPermanent(kinds.Href(Kind.Kind, moved) + (version is null ? "" : $"/{version}"))
                : NotFound();
        }

        Publication = page;
        if (page.IsWithdrawn)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return new TombstoneResult(page);
        }

        Timeline = [.. page.History.Select(past => new TimelineEntry(
            past.PublishedAt,
            past.Version == 1 ? "Primera publicación" : $"Versión {past.Version}",
            Note: past.ChangeNote.Length > 0 ? past.ChangeNote : null,
            Icon: past.Version == 1 ? "publish" : "history") { Href = past.Version == page.Version ? null
            : past.Version == Latest ? Href : $"{Href}/v{past.Version}" })];
        Goals = [.. page.Facets.Where(facet => facet.Group == "ods")];
        Related = await related.OfAsync(page.Id, cancel);
        return Page();
    }
}
