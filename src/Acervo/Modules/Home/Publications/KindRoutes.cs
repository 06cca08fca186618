using Acervo.Platform.Editorial;
using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Acervo.Modules.Home.Publications;

/// <summary>
/// Gives the public pages their addresses: those of every registered kind, each of which knows its kind. People can be asked where people wrote it.
/// </summary>
internal sealed class KindRoutes(PublicationKinds kinds, EditorialKinds editorial) : IPageRouteModelConvention
{
    /// <summary>The folder of the pages.</summary>
    private const string Folder = "/Modules/Home/Publications/";

    /// <summary>The kind whose page this request is for.</summary>
    public static PublicationKind KindOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PublicationKind>() ?? throw new NotFoundException("kind");

    /// <summary>What a visitor writes for at this address.</summary>
    public static AskAddress AskedAt(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<AskAddress>() ?? throw new NotFoundException("address");

    public void Apply(PageRouteModel model)
    {
        (string End, AskAddress? Asks)[] ends = model.RelativePath switch
        {
            Folder + "List.cshtml" => [("", null)],
            Folder + "Show.cshtml" => [(@"/{slug}/{version:regex(^v\d{{1,4}}$)?}", null)],
            Folder + "Ask.cshtml" => [.. AskAddress.All.Select(one => ("/{slug}" + one.End, one))],
            Folder + "Thanks.cshtml" => [.. AskAddress.All.Select(one => ("/{slug}" + one.End + AskAddress.Sent, one))],
            _ => [],
        };
        if (ends.Length == 0)
        {
            return;
        }

        model.Selectors.Clear();
        foreach (var kind in kinds.All.Where(kind => ends[0].Asks is null || editorial.Find(kind.Kind) is not null))
        {
            foreach (var (end, asks) in ends)
            {
                var selector = new SelectorModel
                {
                    AttributeRouteModel = new AttributeRouteModel { Template = kind.Route.TrimStart('/') + end },
                    EndpointMetadata = { kind },
                };
                if (asks is not null)
                {
                    selector.EndpointMetadata.Add(asks);
                }

                model.Selectors.Add(selector);
            }
        }
    }
}
