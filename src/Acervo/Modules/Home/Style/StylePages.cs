using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Acervo.Modules.Home.Style;

/// <summary>Keeps the style pages on the developer's desk: anywhere else they have no route.</summary>
internal static class StylePages
{
    public static void OnlyInDevelopment(PageConventionCollection pages, IHostEnvironment environment)
    {
        if (environment.IsDevelopment()) { return; }
        pages.AddFolderRouteModelConvention("/Home/Style", page => page.Selectors.Clear());
    }
}
