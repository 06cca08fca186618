using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>Gives up an amendment: the answers become those of the published version again.</summary>
[Allow]
internal sealed class DiscardModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    internal Practice Practice { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Practice = await db.GetMineAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        Practice = await db.GetMineAsync(id, me, cancel);
        var approved = await db.Rounds.AsNoTracking().Where(round => round.Subject == Practice.Subject && round.Round == Practice.PublishedRound).Select(round => round.Content).FirstOrDefaultAsync(cancel);
        var summary = await db.Publications.AsNoTracking().Where(p => p.Kind == Practice.Kind && p.Item == Practice.Id && p.State == PublicationState.Current)
            .Select(p => p.Summary).FirstOrDefaultAsync(cancel);
        Practice.DiscardAmendment(approved, summary, me.Id, clock.Now());
        foreach (var remark in await db.Remarks.Where(remark => remark.Subject == Practice.Subject && remark.ParentId == null && remark.ResolvedAt == null).ToListAsync(cancel))
        {
            remark.Resolve(me.Id, clock.Now());
        }

        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}");
    }
}
