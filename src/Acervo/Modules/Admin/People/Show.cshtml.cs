using Acervo.Platform.Accounts;
using Acervo.Platform.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.People;

/// <summary>One person, what they may do, and the acts on it.</summary>
[Allow(Role.Administrator)]
internal sealed class ShowModel(AppDb db, Me me, Units units, OutboxShelf letters) : PageModel
{
    internal Person Person { get; private set; } = null!;

    internal string Unit { get; private set; } = "";

    internal IReadOnlyList<(int Id, string Words)> Grants { get; private set; } = [];

    internal Bounce? Bounce { get; private set; }

    internal bool IsMe => Person.Id == me.Id;

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Person = await db.People.GetAsync(id, cancel);
        Unit = await units.NameAsync(Person.UnitId, cancel);
        List<(int, string)> grants = [];
        foreach (var grant in Person.Grants.OrderBy(grant => grant.Role))
        {
            grants.Add((grant.Id, await GrantWords.OfAsync(grant, units, cancel)));
        }

        Grants = grants;
        Bounce = await letters.BounceAsync(Person.Email, cancel);
    }
}
