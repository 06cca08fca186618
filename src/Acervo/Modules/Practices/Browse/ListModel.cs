using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Acervo.Platform.Search.Listing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Browse;

/// <summary>A list of the bank with its search and facets; practices and lessons are two addresses of it.</summary>
public abstract class ListModel(Searcher searcher, PublicationKinds kinds, MetadataDesk metadata, string kind, string lead) : PageModel
{
    public PublicationKind Kind { get; } = kinds.Of(kind);

    public string Lead { get; } = lead;

    public ResultList Results { get; private set; } = null!;

    public PageMetadata Metadata => metadata.ForPage(Request, Kind.Plural, Lead, Kind);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var address = SearchAddress.Read(Request, [Kind.Kind]);
        Results = new ResultList(address, await searcher.SearchAsync(address.Request, cancel), kinds);
    }
}
