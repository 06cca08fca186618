using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.People;

/// <summary>Closes the house to a person; their work stays under their name.</summary>
[Allow(Role.Administrator)]
internal sealed class DisableModel(AppDb db, Administration administration, Me me, TimeProvider clock) : PageModel
{
    internal Person Person { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) => Person = await db.People.GetAsync(id, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await administration.ActOnRightsAsync(id, person => person.Disable(clock.GetUtcNow().UtcDateTime, me.Id), cancel);
        TempData["Done"] = "La cuenta quedó desactivada.";
        return Redirect($"/admin/personas/{id}");
    }
}
