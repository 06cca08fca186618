using Acervo.Platform.Calendar;
using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.Front;

/// <summary>The front page: a search and the newest of each kind.</summary>
[AllowAnonymous]
[PublicCache]
internal sealed class IndexModel(Searcher searcher, SearchExamples examples, PublicationKinds kinds, MetadataDesk metadata, SiteName site, TimeProvider clock)
    : PageModel
{
    private const int CardsPerShelf = 6;

    internal List<Shelf> Shelves { get; } = [];

    /// <summary>What the box shows while it is empty.</summary>
    internal string? Example { get; private set; }

    internal PageMetadata Metadata => metadata.ForPage(Request, site.Product, site.Purpose);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Example = await examples.OfAsync(null, cancel);
        foreach (var kind in kinds.All)
        {
            var newest = await searcher.SearchAsync(new SearchRequest("", [kind.Kind], [], SearchSort.Newest, 1), cancel);
            Shelves.Add(new Shelf(kind, newest.Total, [.. newest.Hits.Take(CardsPerShelf).Select(hit => new Card(
                kinds.Href(hit.Kind, hit.Slug), hit.Title, kind.Singular, System.Net.WebUtility.HtmlDecode(hit.ExtractHtml),
                [.. hit.Life.Words(kind, clock.Now()) is { } life ? [life] : Array.Empty<string>(), hit.Organisation, Spanish.Day(hit.PublishedAt)]))]));
        }
    }
}

/// <summary>The newest publications of a kind.</summary>
internal sealed record Shelf(PublicationKind Kind, int Total, IReadOnlyList<Card> Cards);
