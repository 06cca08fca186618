using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.People;

/// <summary>Lets a disabled person in again, with the roles they had.</summary>
[Allow(Role.Administrator)]
internal sealed class EnableModel(AppDb db, Administration administration, Me me) : PageModel
{
    internal Person Person { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Person = await db.People.GetAsync(id, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await administration.ActOnRightsAsync(id, person => person.Enable(me.Id), cancel);
        TempData["Done"] = "La cuenta quedó activa.";
        return Redirect($"/admin/personas/{id}");
    }
}
