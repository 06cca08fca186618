using Acervo.Platform.Accounts.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Acervo.Modules.Accounts.SignIn;

/// <summary>
/// After leaving: on to the identity provider, to end its session too. It is a page and not a redirect, because browsers do not let a form
/// of ours (the button that leaves) end at another site.
/// </summary>
[AllowAnonymous]
internal sealed class LeaveOutsideModel(IOptions<OidcSettings> outside, ILogger<LeaveOutsideModel> log) : PageModel
{
    internal const string Onward = "/salir/externo?ir=1";

    internal string OutsideName => outside.Value.Name;

    public async Task<IActionResult> OnGetAsync(string? ir)
    {
        if (!outside.Value.IsOn)
        {
            throw new NotFoundException("identity provider");
        }

        if (ir is null)
        {
            Response.Headers["Refresh"] = $"0; url={Onward}";
            return Page();
        }

        try
        {
            await HttpContext.SignOutAsync(OidcSetup.Scheme, new AuthenticationProperties { RedirectUri = "/" });
            return new EmptyResult();
        }
        catch (InvalidOperationException unread)
        {
            // The handler's word for a provider whose own description could not be read.
            log.LogWarning(unread, "The identity provider does not answer; its session stays open.");
            return RedirectToPage("/Accounts/SignIn/Enter", new { externo = "abierta" });
        }
    }
}
