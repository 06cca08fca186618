using Acervo.Platform.Accounts;
using Acervo.Platform.Accounts.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.SignIn;

/// <summary>Where the person arrives from the identity provider: recognised, and let in or on to our own second factor.</summary>
[AllowAnonymous]
internal sealed class OutsideReturnModel(Newcomers newcomers, Doorkeeper door) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var arrived = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (!arrived.Succeeded)
        {
            return RedirectToPage("/Accounts/SignIn/Enter", new { externo = "no" });
        }

        var person = await newcomers.RecogniseAsync(arrived.Principal, cancel);
        var result = await door.EnterFromOutsideAsync(person, OidcAnswers.SessionOf(arrived.Principal));
        return result.RequiresTwoFactor
            ? RedirectToPage("/Accounts/SignIn/Code", new { volver = ReturnPath.Of(this) })
            : LocalRedirect(ReturnPath.Of(this));
    }
}
