using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.People;

/// <summary>For a person who lost the telephone and the recovery codes.</summary>
[Allow(Role.Administrator)]
internal sealed class ResetSecondFactorModel(AppDb db, Administration administration, Me me) : PageModel
{
    internal Person Person { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Person = await db.People.GetAsync(id, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await administration.ActOnRightsAsync(id, person => person.ResetSecondFactor(me.Id), cancel);
        TempData["Done"] = "La verificación en dos pasos quedó restablecida.";
        return Redirect($"/admin/personas/{id}");
    }
}
