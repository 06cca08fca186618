using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Starts the next version of something published.</summary>
[Allow]
internal sealed class AmendModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Dossier = await db.GetMineAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        Dossier.Amend(me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}");
    }
}
