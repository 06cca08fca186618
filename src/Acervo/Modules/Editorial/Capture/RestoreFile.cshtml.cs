using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>Puts back a supporting file that was just taken away.</summary>
[Allow]
internal sealed class RestoreFileModel(AppDb db, Me me, DossierForm ficha, RemovedFiles removed, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}/archivos");

    public async Task<IActionResult> OnPostAsync(int id, string? file, CancellationToken cancel)
    {
        var dossier = await db.GetMineAsync(id, me, cancel);
        var back = removed.Read(dossier, file ?? "");
        dossier.Attach(back, clock.Now());
        if (back.IsBeingLooked)
        {
            db.Add(LookForContacts.Of(back, id, me.Id)); // whoever was at it did not find it any more
        }

        await db.SaveChangesAsync(cancel);
        return Redirect(DossierSteps.FilesHref(dossier, ficha.Of(dossier)));
    }
}
