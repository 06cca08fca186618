using Acervo.Platform.Accounts;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.People;

/// <summary>Says to which entity or office a person belongs.</summary>
[Allow(Role.Administrator)]
internal sealed class ChangeUnitModel(AppDb db, Administration administration, Units units, Me me) : PageModel
{
    [BindProperty]
    public int? UnitId { get; set; }

    internal Person Person { get; private set; } = null!;

    internal IReadOnlyList<FieldOption> UnitOptions { get; private set; } = [];

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Person = await db.People.GetAsync(id, cancel);
        UnitId = Person.UnitId;
        UnitOptions = await PeopleOptions.UnitsAsync(units, cancel);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await units.CheckAsync(UnitId, cancel);
        await administration.ActAsync(id, person => person.MoveTo(UnitId, me.Id), cancel);
        TempData["Done"] = "La entidad o dependencia quedó cambiada.";
        return Redirect($"/admin/personas/{id}");
    }
}
