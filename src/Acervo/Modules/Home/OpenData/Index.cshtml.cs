using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.OpenData.Datasets;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.OpenData;

/// <summary>The catalogue of open data for people.</summary>
[AllowAnonymous]
[PublicCache]
internal sealed class IndexModel(
    DataCatalogue catalogue, SearchExamples examples, PublicationKinds kinds, MetadataDesk metadata, SiteUrl address, SiteName site) : PageModel
{
    public const string Lead = "Todo lo publicado, completo y al día, para descargar y reutilizar.";

    internal IReadOnlyList<Dataset> Datasets { get; private set; } = [];

    internal PageMetadata Metadata { get; private set; } = null!;

    /// <summary>The kinds that have an official form.</summary>
    internal IEnumerable<PublicationKind> Forms => kinds.All.Where(kind => kind.FormKind is not null);

    /// <summary>A dataset that can be narrowed by words, and words that it has; null while nothing is published.</summary>
    internal (string Title, string Href, string Words)? Example { get; private set; }

    internal string License => site.License;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Datasets = await catalogue.AllAsync(cancel);
        foreach (var kind in kinds.All)
        {
            if (Example is null && await examples.OfAsync(kind.Kind, cancel) is { } words
                && Datasets.FirstOrDefault(set => set.Files.Any(file => file.Href == $"/datos/{kind.FileName}.csv")) is { } set)
            {
                Example = (set.Title, $"/datos/{kind.FileName}.csv", words);
            }
        }

        Metadata = metadata.ForPage(Request, "Datos abiertos", Lead, jsonLd: catalogue.ToSchemaOrg(Datasets, address.Root));
    }
}
