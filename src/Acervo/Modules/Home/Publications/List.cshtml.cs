using Acervo.Platform.Calendar;
using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Acervo.Platform.Search.Listing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.Publications;

/// <summary>All that is published of one kind, with its search and facets: a page for every registered kind, at the kind's own address.</summary>
[AllowAnonymous]
[PublicCache("q", "orden", "pagina", SearchAddress.OpenedName, SearchAddress.SoughtName, Facets = true)]
public sealed class ListModel(Searcher searcher, PublicationKinds kinds, MetadataDesk metadata, TimeProvider clock) : PageModel
{
    public PublicationKind Kind => KindRoutes.KindOf(HttpContext);

    public ResultList Results { get; private set; } = null!;

    public PageMetadata Metadata => metadata.ForPage(Request, Kind.Plural, Kind.Lead, Kind);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var address = SearchAddress.Read(Request, Kind);
        Results = new ResultList(address, await searcher.SearchAsync(address.Request, cancel), kinds, clock.Now());
    }
}
