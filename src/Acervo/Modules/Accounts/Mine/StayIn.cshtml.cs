using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.Mine;

/// <summary>«Seguir trabajando»: gives the session its time again and tells the page how much that is.</summary>
[Allow]
[WithOpenDuty]
internal sealed class StayInModel(SessionLife life) : PageModel
{
    public IActionResult OnGet() => Redirect("/inicio");

    public async Task<IActionResult> OnPostAsync()
    {
        var left = await life.ExtendAsync(HttpContext);
        return Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal) ? new JsonResult(new { seconds = (int)left.TotalSeconds })
            : Redirect("/inicio");
    }
}
