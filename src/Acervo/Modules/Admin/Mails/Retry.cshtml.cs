using Acervo.Platform.Accounts;
using Acervo.Platform.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Mails;

/// <summary>Gives a letter its tries back.</summary>
[Allow(Role.Administrator)]
internal sealed class RetryModel(OutboxShelf shelf) : PageModel
{
    public IActionResult OnGet(long id) => Redirect($"/admin/correos/{id}");

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        await shelf.RetryAsync(id, cancel);
        TempData["Done"] = "El correo saldrá en el próximo envío, en menos de un minuto.";
        return Redirect("/admin/correos");
    }
}
