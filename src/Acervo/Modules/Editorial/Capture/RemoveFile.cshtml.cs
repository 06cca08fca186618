using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>Takes a supporting file away.</summary>
[Allow]
internal sealed class RemoveFileModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}/archivos");

    public async Task<IActionResult> OnPostAsync(int id, int file, CancellationToken cancel)
    {
        var dossier = await db.GetMineAsync(id, me, cancel);
        dossier.Detach(file, me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}/archivos");
    }
}
