using Acervo.Platform.Accounts;
using Acervo.Platform.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.LongWork;

/// <summary>Lets a stopped work go on from where it stopped.</summary>
[Allow]
internal sealed class ResumeModel(AppDb db, Me me, WorkDesk desk) : PageModel
{
    public IActionResult OnGet() => Redirect("/trabajos");

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        var work = await db.WorkOf(me).Where(one => one.Id == id).OneAsync(cancel);
        work.Resume(me.Id);
        await db.SaveChangesAsync(cancel);
        desk.Ring();
        return Redirect(work.Href);
    }
}
