using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.OpenData;

/// <summary>The public API, explained to whoever will write a program.</summary>
[AllowAnonymous]
[PublicCache]
internal sealed class ApiModel(MetadataDesk metadata, SiteUrl address, PublicationKinds kinds) : PageModel
{
    public const string Lead = "Lo mismo que se lee en el sitio, para leerlo con un programa.";

    internal PageMetadata Metadata => metadata.ForPage(Request, "API pública", Lead);

    internal string Site => address.Root;

    internal IReadOnlyList<RangeTitle> Ranges => kinds.Ranges;

    internal IEnumerable<(string Group, string Title)> Facets => kinds.FacetGroups.Select(group => (group, kinds.TitleOf(group)));
}
