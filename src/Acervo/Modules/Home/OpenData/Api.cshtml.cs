using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.OpenData;

/// <summary>The public API, explained to whoever will write a program.</summary>
[AllowAnonymous]
[PublicCache]
internal sealed class ApiModel(MetadataDesk metadata, SearchExamples examples, SiteUrl address, PublicationKinds kinds) : PageModel
{
    public const string Lead = "Lo mismo que se lee en el sitio, para leerlo con un programa.";

    internal PageMetadata Metadata => metadata.ForPage(Request, "API pública", Lead);

    /// <summary>Words that find something, where anything is published.</summary>
    internal string Words { get; private set; } = "";

    internal string Site => address.Root;

    internal IReadOnlyList<RangeTitle> Ranges => kinds.Ranges;

    internal IEnumerable<(string Group, string Title)> Facets => kinds.FacetGroups.Select(group => (group, kinds.TitleOf(group)));

    public async Task OnGetAsync(CancellationToken cancel) => Words = await examples.OfAsync(null, cancel) ?? "turno";
}
