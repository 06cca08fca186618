using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Acervo.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.Recovery;

/// <summary>Asks for a letter with a link to choose another password. The answer is the same whether anybody has the address or not.</summary>
[AllowAnonymous]
internal sealed class AskModel(ResetRequests requests, Tries tries, SiteUrl site) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Escriba su correo.")]
    [EmailAddress(ErrorMessage = "Escriba un correo electrónico válido, como nombre@entidad.gov.co.")]
    public string? Email { get; set; }

    internal bool IsSent { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await tries.TakeAsync("reset:" + Person.Normalize(Email!), HttpContext.Connection.RemoteIpAddress, cancel);
        requests.Add(Email!, site.Of(""));
        IsSent = true;
        return Page();
    }
}
