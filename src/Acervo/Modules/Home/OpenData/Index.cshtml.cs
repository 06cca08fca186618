using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.OpenData.Datasets;
using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.OpenData;

/// <summary>The catalogue of open data for people.</summary>
[AllowAnonymous]
[PublicCache]
internal sealed class IndexModel(DataCatalogue catalogue, PublicationKinds kinds, MetadataDesk metadata, SiteUrl address, SiteName site) : PageModel
{
    public const string Lead = "Todo lo publicado, completo y al día, para descargar y reutilizar.";

    internal IReadOnlyList<Dataset> Datasets { get; private set; } = [];

    internal PageMetadata Metadata { get; private set; } = null!;

    /// <summary>The kinds that have an official form.</summary>
    internal IEnumerable<PublicationKind> Forms => kinds.All.Where(kind => kind.FormKind is not null);

    /// <summary>A dataset that can be narrowed by words: those of publications, where any module publishes.</summary>
    internal (string Title, string Href)? Example =>
        Datasets.Where(set => set.Rows is not null).Select(set => ((string, string)?)(set.Title, set.Files[0].Href)).FirstOrDefault();

    internal string License => site.License;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Datasets = await catalogue.AllAsync(cancel);
        Metadata = metadata.ForPage(Request, "Datos abiertos", Lead, jsonLd: catalogue.ToSchemaOrg(Datasets, address.Root));
    }
}
