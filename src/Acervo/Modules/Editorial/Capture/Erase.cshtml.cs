using Acervo.Platform.Accounts;
using Acervo.Platform.Backups;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>Deletes a draft that its author does not want and nobody else has seen.</summary>
[Allow]
internal sealed class EraseModel(AppDb db, Me me, ActLedger ledger, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal string TitleOf => Dossier.Title.Length == 0 ? "Sin título" : Dossier.Title;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Dossier = await db.GetMineAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        Dossier.Erase(me.Id);
        db.Remove(Dossier);
        await db.SaveChangesAsync(cancel);
        ledger.Add(new LastingAct(LastingActs.Erased, id, me.Id, clock.Now()));
        return Redirect("/fichas");
    }
}
