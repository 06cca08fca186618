using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>Takes a supporting file away, and says how to undo it.</summary>
[Allow]
internal sealed class RemoveFileModel(AppDb db, Me me, DossierForm ficha, RemovedFiles removed, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}/archivos");

    public async Task<IActionResult> OnPostAsync(int id, int file, CancellationToken cancel)
    {
        var dossier = await db.GetMineAsync(id, me, cancel);
        var taken = dossier.Detach(file, me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        removed.Tell(dossier, taken, TempData);
        return Redirect(DossierSteps.FilesHref(dossier, ficha.Of(dossier)));
    }
}
