using Acervo.Platform.Accounts;
using Acervo.Platform.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Joining;

/// <summary>Writes once more to somebody who has not opened the account, with a link that replaces the one sent before.</summary>
[Allow(Role.Administrator)]
[MakesOne]
internal sealed class SendAgainModel(Invitations invitations, MailSettings mail, Me me) : PageModel
{
    public IActionResult OnGet() => Redirect("/admin/personas/invitaciones");

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        var (invitation, link) = await invitations.SendAgainAsync(id, me.Id, cancel);
        this.Tell(mail, link, $"La invitación para {invitation.Email} quedó otra vez en el correo de salida. El enlace anterior ya no sirve.");
        return Redirect("/admin/personas/invitaciones");
    }
}
