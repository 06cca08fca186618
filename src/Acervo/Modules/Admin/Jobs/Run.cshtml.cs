using Acervo.Platform.Accounts;
using Acervo.Platform.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Jobs;

/// <summary>Asks for a run of a job now.</summary>
[Allow(Role.Administrator)]
internal sealed class RunModel(JobBoard board) : PageModel
{
    public IActionResult OnGet() => Redirect("/admin/trabajos");

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken cancel)
    {
        var job = await board.RunNowAsync(name, cancel);
        TempData["Done"] = $"Se pidió ejecutar «{job.Words}». Recargue la página en unos segundos para ver el resultado.";
        return Redirect("/admin/trabajos");
    }
}
