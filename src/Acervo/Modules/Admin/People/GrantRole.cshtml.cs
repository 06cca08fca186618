using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.People;

/// <summary>Gives a person a role, in a unit or everywhere.</summary>
[Allow(Role.Administrator)]
[MakesOne]
internal sealed class GrantRoleModel(AppDb db, Administration administration, Units units, Me me) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Elija un rol.")]
    public Role? GivenRole { get; set; }

    [BindProperty]
    public int? UnitId { get; set; }

    internal Person Person { get; private set; } = null!;

    internal IReadOnlyList<FieldOption> Roles => PeopleOptions.Roles;

    internal IReadOnlyList<FieldOption> UnitOptions { get; private set; } = [];

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Person = await db.People.GetAsync(id, cancel);
        UnitOptions = await PeopleOptions.CirclesAsync(units, cancel);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            await OnGetAsync(id, cancel);
            return Page();
        }

        await units.CheckCircleAsync(UnitId, cancel);
        await administration.ActOnRightsAsync(id, person => person.Grant(GivenRole!.Value, UnitId, me.Id), cancel);
        TempData["Done"] = $"El rol quedó otorgado: {await GrantWords.OfAsync(GivenRole!.Value, UnitId, units, cancel)}.";
        return Redirect($"/admin/personas/{id}");
    }
}
