using Acervo.Platform.Calendar;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Acervo.Platform.Search.Listing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.Search;

/// <summary>Search in everything that is published.</summary>
[AllowAnonymous]
[PublicCache("q", SearchAddress.KindGroup, "orden", "pagina", SearchAddress.OpenedName, SearchAddress.SoughtName, Facets = true)]
internal sealed class IndexModel(Searcher searcher, PublicationKinds kinds, TimeProvider clock) : PageModel
{
    internal ResultList Results { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var address = SearchAddress.Read(Request, null);
        Results = new ResultList(address, await searcher.SearchAsync(address.Request, cancel), kinds, clock.Now());
    }
}
