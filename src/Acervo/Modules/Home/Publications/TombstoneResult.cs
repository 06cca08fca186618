using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Acervo.Modules.Home.Publications;

/// <summary>Answers 410 with a page that says what stood here, since when it is gone and why.</summary>
internal sealed class TombstoneResult(PublicPage page) : ViewResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        ViewName = "/Modules/Home/Publications/Tombstone.cshtml";
        StatusCode = StatusCodes.Status410Gone;
        ViewData = new ViewDataDictionary<PublicPage>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = page };
        TempData = context.HttpContext.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context.HttpContext);
        return base.ExecuteResultAsync(context);
    }
}
