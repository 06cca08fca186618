using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Acervo.Modules.Home.Publications;

/// <summary>Gives the public list and the public page their addresses: those of every registered kind, each of which knows its kind.</summary>
internal sealed class KindRoutes(PublicationKinds kinds) : IPageRouteModelConvention
{
    /// <summary>The folder of the two pages: <c>List</c> and <c>Show</c>.</summary>
    private const string Folder = "/Modules/Home/Publications/";

    /// <summary>The kind whose page this request is for.</summary>
    public static PublicationKind KindOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PublicationKind>() ?? throw new NotFoundException("kind");

    public void Apply(PageRouteModel model)
    {
        var end = model.RelativePath switch
        {
            Folder + "List.cshtml" => "",
            Folder + "Show.cshtml" => @"/{slug}/{version:regex(^v\d{{1,4}}$)?}",
            _ => null,
        };
        if (end is null)
        {
            return;
        }

        model.Selectors.Clear();
        foreach (var kind in kinds.All)
        {
            model.Selectors.Add(new SelectorModel
            {
                AttributeRouteModel = new AttributeRouteModel { Template = kind.Route.TrimStart('/') + end },
                EndpointMetadata = { kind },
            });
        }
    }
}
