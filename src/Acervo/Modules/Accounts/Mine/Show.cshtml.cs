using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Accounts.Mine;

/// <summary>What the house knows of the person, and where to change it.</summary>
[Allow]
internal sealed class ShowModel(AppDb db, Me me, Units units) : PageModel
{
    internal Person Person { get; private set; } = null!;

    internal string Unit { get; private set; } = "";

    internal IReadOnlyList<string> Roles { get; private set; } = [];

    internal int OpenSessions { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Person = await db.People.Where(person => person.Id == me.Id).OneAsync(cancel);
        Unit = await units.NameAsync(Person.UnitId, cancel);
        Roles = [.. Person.Grants.Select(grant => grant.Role).Distinct().Order().Select(role => role.Spanish())];
        OpenSessions = await db.Sessions.CountAsync(session => session.PersonId == me.Id, cancel);
    }
}
