using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Capture;

/// <summary>Takes a supporting file away.</summary>
[Allow]
internal sealed class RemoveFileModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}/archivos");

    public async Task<IActionResult> OnPostAsync(int id, int file, CancellationToken cancel)
    {
        var practice = await db.GetMineAsync(id, me, cancel);
        practice.Detach(file, me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}/archivos");
    }
}
