using Acervo.Modules.Practices.Publishing;
using Acervo.Platform.Accounts;
using Acervo.Platform.Backups;
using Acervo.Platform.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Capture;

/// <summary>Deletes a draft that its author does not want and nobody else has seen.</summary>
[Allow]
internal sealed class EraseModel(AppDb db, Me me, ActLedger ledger, TimeProvider clock) : PageModel
{
    internal Practice Practice { get; private set; } = null!;

    internal string TitleOf => Practice.Title.Length == 0 ? "Sin título" : Practice.Title;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Practice = await db.GetMineAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        Practice.Erase(me.Id);
        db.Remove(Practice);
        await db.SaveChangesAsync(cancel);
        ledger.Add(new LastingAct(LastingActs.Erased, id, me.Id, clock.Now()));
        return Redirect("/fichas");
    }
}
