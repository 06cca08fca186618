using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.LongWork;

/// <summary>Stops a work; what it did stays.</summary>
[Allow]
internal sealed class CancelModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => Redirect("/trabajos");

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        var work = await db.WorkOf(me).Where(one => one.Id == id).OneAsync(cancel);
        work.Cancel(me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect(work.Href);
    }
}
