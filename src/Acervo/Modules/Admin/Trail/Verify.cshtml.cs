using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Trail;

/// <summary>Verifies the whole trail now and says what came of it.</summary>
[Allow(Role.Administrator)]
internal sealed class VerifyModel(AuditGuard guard) : PageModel
{
    public IActionResult OnGet() => Redirect("/admin/bitacora");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var check = await guard.CheckAsync(cancel);
        TempData[check.Intact ? "Done" : "Broken"] = check.Sentence;
        return Redirect("/admin/bitacora");
    }
}
