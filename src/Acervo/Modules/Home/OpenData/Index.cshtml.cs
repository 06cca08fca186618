using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.OpenData.Datasets;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.OpenData;

/// <summary>The catalogue of open data for people.</summary>
[AllowAnonymous]
[PublicCache]
internal sealed class IndexModel(DataCatalogue catalogue, MetadataDesk metadata, SiteUrl address, SiteName site) : PageModel
{
    public const string Lead = "Todo lo publicado, completo y al día, para descargar y reutilizar.";

    internal IReadOnlyList<Dataset> Datasets { get; private set; } = [];

    internal PageMetadata Metadata { get; private set; } = null!;

    internal string License => site.License;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Datasets = await catalogue.AllAsync(cancel);
        Metadata = metadata.ForPage(Request, "Datos abiertos", Lead, jsonLd: catalogue.ToSchemaOrg(Datasets, address.Root));
    }
}
