using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Gives up an amendment: the answers become those of the published version again.</summary>
[Allow]
internal sealed class DiscardModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Dossier = await db.GetMineAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        var published = await db.Rounds.AsNoTracking().Where(round => round.Subject == Dossier.Subject && round.Round == Dossier.PublishedRound)
            .Select(round => round.Content).FirstOrDefaultAsync(cancel)
            ?? throw new RuleException("La ficha no conserva el texto aprobado de la versión publicada y no se puede volver a él. Termine la corrección y "
                + "envíela a revisión.");
        Dossier.DiscardAmendment(DossierContent.FromJson(published), me.Id, clock.Now());
        foreach (var remark in await db.Remarks.Where(remark => remark.Subject == Dossier.Subject && remark.ParentId == null && remark.ResolvedAt == null)
            .ToListAsync(cancel))
        {
            remark.Resolve(me.Id, clock.Now());
        }

        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}");
    }
}
