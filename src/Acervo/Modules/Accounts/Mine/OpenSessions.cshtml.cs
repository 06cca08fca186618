using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Accounts.Mine;

/// <summary>Where the person is signed in, and the act that ends all the others.</summary>
[Allow]
internal sealed class OpenSessionsModel(AppDb db, Me me, Sessions sessions) : PageModel
{
    internal IReadOnlyList<Session> Open { get; private set; } = [];

    internal Guid ThisOne => me.SessionId;

    public async Task OnGetAsync(CancellationToken cancel) =>
        Open = await db.Sessions.AsNoTracking().Where(s => s.PersonId == me.Id).OrderByDescending(s => s.SeenAt).ToListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await sessions.EndOthersAsync(me.Id, me.SessionId, cancel);
        var person = await db.People.GetAsync(me.Id, cancel);
        person.Note("session.others-ended", me.Id);
        await db.SaveChangesAsync(cancel);
        TempData["Done"] = "Las demás sesiones se cerraron.";
        return Redirect("/cuenta");
    }
}
