using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Joining;

/// <summary>Takes an invitation back before it is accepted.</summary>
[Allow(Role.Administrator)]
internal sealed class WithdrawModel(AppDb db, Invitations invitations, Me me) : PageModel
{
    internal Invitation Invitation { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel) =>
        Invitation = await db.Invitations.AsNoTracking().Where(invitation => invitation.Id == id).OneAsync(cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        var invitation = await invitations.WithdrawAsync(id, me.Id, cancel);
        TempData["Done"] = $"La invitación para {invitation.Email} quedó retirada. Su enlace ya no sirve.";
        return Redirect("/admin/personas/invitaciones");
    }
}
