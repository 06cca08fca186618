using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Acervo.Platform.Modules;

/// <summary>Takes the routes away from pages of modules that are off, and of pages meant for development only.</summary>
internal sealed class SwitchedOffPages(ModuleList modules, bool isDevelopment) : IPageRouteModelConvention
{
    private const string DevelopmentOnly = "/Modules/Home/Style/";

    public void Apply(PageRouteModel model)
    {
        if (modules.IsOff(model.RelativePath)
            || (!isDevelopment && model.RelativePath.StartsWith(DevelopmentOnly, StringComparison.Ordinal)))
        {
            model.Selectors.Clear();
        }
    }
}
