using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

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
        // As if it came now: the night's sweep leaves it for as long as this can be undone.
        await db.Database.ExecuteSqlAsync($"UPDATE app.files SET created_at = now() WHERE sha256 IN ({taken.Sha256}, {taken.CopySha256})", cancel);
        removed.Tell(dossier, taken, TempData);
        return Redirect(DossierSteps.FilesHref(dossier, ficha.Of(dossier)));
    }
}
