using Acervo.Platform.Accounts.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Acervo.Modules.Accounts.SignIn;

/// <summary>Sends the person to the organisation's identity provider.</summary>
[AllowAnonymous]
internal sealed class OutsideModel(IOptions<OidcSettings> outside, ILogger<OutsideModel> log) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (!outside.Value.IsOn)
        {
            throw new NotFoundException("identity provider");
        }

        var back = ReturnPath.Of(this);
        try
        {
            var arrival = $"/entrar/externo/regreso?volver={Uri.EscapeDataString(back)}";
            await HttpContext.ChallengeAsync(OidcSetup.Scheme, new AuthenticationProperties { RedirectUri = arrival });
            return new EmptyResult();
        }
        catch (InvalidOperationException unread)
        {
            // The handler's word for a provider whose own description could not be read.
            log.LogWarning(unread, "The identity provider does not answer.");
            return RedirectToPage("/Accounts/SignIn/Enter", new { externo = "caido", volver = back });
        }
    }
}
