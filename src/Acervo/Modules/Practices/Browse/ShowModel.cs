using System.Globalization;
using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Browse;

/// <summary>A published practice or lesson, in force or in an older version; a tombstone when it was withdrawn.</summary>
public abstract class ShowModel(PublicPages pages, RelatedItems related, PublicationKinds kinds, MetadataDesk metadata, string kind) : PageModel
{
    public PublicationKind Kind { get; } = kinds.Of(kind);

    public PublicPage Publication { get; private set; } = null!;

    public IReadOnlyList<RelatedItem> Related { get; private set; } = [];

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public IReadOnlyList<Platform.Publications.Facet> Goals { get; private set; } = [];

    public string Href => kinds.Href(Publication.Kind, (string)RouteData.Values["slug"]!);

    public PageMetadata Metadata => metadata.ForPublication(Publication);

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
