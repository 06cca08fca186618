using System.Globalization;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Acervo.Platform.Usage;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.Publications;

/// <summary>A publication of any kind, in force or in an older version; a tombstone when it was withdrawn, or the way to what stands for it.</summary>
[AllowAnonymous]
[PublicCache]
public sealed class ShowModel(PublicPages pages, RelatedItems related, PublicationKinds kinds, EditorialKinds editorial, MetadataDesk metadata,
    TimeProvider clock) : PageModel
{
    public PublicationKind Kind => KindRoutes.KindOf(HttpContext);

    public PublicPage Publication { get; private set; } = null!;

    public IReadOnlyList<RelatedItem> Related { get; private set; } = [];

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public IReadOnlyList<Platform.Publications.Facet> Goals { get; private set; } = [];

    public string Href => kinds.Href(Publication.Kind, (string)RouteData.Values["slug"]!);

    public PageMetadata Metadata => metadata.ForPublication(Publication);

    /// <summary>Whether it opens, closes or closed, and when; null when it says nothing of the kind.</summary>
    public string? Opening => Publication.Span.At(clock.Now());

    /// <summary>That one person reviewed and published it, and whether another stood by that since; null when two did. Names stay inside.</summary>
    public string? ByOne => (Publication.IsByOne, Publication.ConfirmedAt, Kind.IsFeminine ? "la" : "lo") switch
    {
        (false, _, _) => null,
        (_, null, var it) => $"{Capital(it)} revisó y {it} publicó una misma persona, que no participó en su redacción.",
        (_, { } day, var it) =>
            $"{Capital(it)} revisó y {it} publicó una misma persona, que no participó en su redacción. Otra persona {it} confirmó el {Spanish.Day(day)}.",
    };

    /// <summary>That it is not put to use any more; null while it is.</summary>
    public string? Lapsed => Publication.Life.LapsedAt is { } day ? $"{Kind.LapsedWords}. Se avisó el {Spanish.Day(day)}" : null;

    /// <summary>Whether it is put to use and when that is looked at next; null of an older version, and where nobody is asked.</summary>
    public string? Life => Publication.IsSuperseded ? null : Publication.Life.Sentence(Kind, clock.Now());

    /// <summary>Nobody answered in time whether it is in use.</summary>
    public bool IsDoubted => Publication.Life.At(clock.Now()) == LifeState.Doubted;

    /// <summary>When this version was published; an older reader looks for that of the first one in the history.</summary>
    public string Dated => $"{(Publication.Version > 1 ? "Actualizad" : "Publicad")}{(Kind.IsFeminine ? "a" : "o")} el {Spanish.Day(Publication.PublishedAt)}";

    /// <summary>How those who made it can be written to: where people of the house wrote it, and about what is put to use still.</summary>
    internal IReadOnlyList<AskAddress> Ways => editorial.Find(Kind.Kind) is null ? []
        : [.. AskAddress.All.Where(way => !way.IsToApply || Publication.Life.LapsedAt is null)];

    /// <summary>The entity and, where it says so, the office of it.</summary>
    public string Owner => string.Join(" · ",
        Publication.Facets.Where(facet => facet.Group == "dependencia").Select(facet => facet.Label).Prepend(Publication.Organisation).Distinct());

    public string SheetHref => SheetFoot.Of(Publication.Id);

    public string ShortHref => Publications.ShortAddress.Of(Publication.Id);

    public string ShortAddress => metadata.Permalink(ShortHref);

    public int Latest => Publication.History[0].Version;

    public string CheckHref => Publication.IsSuperseded ? $"{Href}/v{Publication.Version}.json" : $"{Href}.json";

    public string Permalink => metadata.Permalink($"{Href}{(Publication.IsSuperseded ? $"/v{Publication.Version}" : "")}");

    /// <summary>What it says of others, or they of it.</summary>
    public IEnumerable<KinSection> Kin(bool inverse) => Publication.Kin.Where(kin => kin.IsInverse == inverse).Select(kin => new KinSection(
        kin.TitleOn(Kind),
        [.. kin.Links.Select(link => new KinLine(link.Href, link.Title, Whose(link), Said(link)))],
        kin.Total,
        inverse ? kin.Relation.Anchor : null));

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
            if (version is null && kinds.HrefOf(page.Successor) is { } successor)
            {
                // Not for good: a next version may be published here.
                return Redirect(successor);
            }

            Response.StatusCode = StatusCodes.Status410Gone;
            return new TombstoneResult(page);
        }

        new UsageMark(page.Kind, page.Item, page.Version, UsageChannels.Page).Put(HttpContext);
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

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.CurrentCulture) + word[1..];

    /// <summary>What it is stands there too where that is not what the page is.</summary>
    private string Whose(KinLink link) => link.Kind == Kind ? link.Organisation : $"{link.Kind.Singular}. {link.Organisation}";

    private string? Said(KinLink link)
    {
        string?[] said = [link.Note, link.Since is { } day ? $"Desde el {Spanish.Day(day)}" : null, link.Span.At(clock.Now())];
        var told = said.Where(one => !string.IsNullOrEmpty(one)).ToList();
        return told.Count == 0 ? null : string.Join(" · ", told);
    }
}
