using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.People;

/// <summary>Takes one role away from a person.</summary>
[Allow(Role.Administrator)]
internal sealed class RevokeRoleModel(AppDb db, Administration administration, Units units, Me me) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "otorgado")]
    public int GrantId { get; set; }

    internal Person Person { get; private set; } = null!;

    internal string Words { get; private set; } = "";

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Person = await db.People.GetAsync(id, cancel);
        Words = await GrantWords.OfAsync(Wanted(Person), units, cancel);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await administration.ActOnRightsAsync(
            id,
            person =>
            {
                var grant = Wanted(person);
                person.Revoke(grant.Role, grant.UnitId, me.Id);
            },
            cancel);
        TempData["Done"] = "El rol quedó retirado.";
        return Redirect($"/admin/personas/{id}");
    }

    private Grant Wanted(Person person) => person.Grants.Find(grant => grant.Id == GrantId) ?? throw new NotFoundException($"grant {GrantId}");
}
