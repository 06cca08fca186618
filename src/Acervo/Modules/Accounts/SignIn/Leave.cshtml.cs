using System.Security.Claims;
using Acervo.Platform.Accounts;
using Acervo.Platform.Accounts.Oidc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Acervo.Modules.Accounts.SignIn;

/// <summary>Ends the session, on every node; whoever came through the identity provider goes on to end that one too.</summary>
[Allow]
[WithOpenDuty]
internal sealed class LeaveModel(Doorkeeper door, IOptions<OidcSettings> outside) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        var cameFromOutside = outside.Value.IsOn && User.HasClaim(claim => claim.Type == ClaimTypes.AuthenticationMethod);
        await door.SignOutAsync();
        return Redirect(cameFromOutside ? "/salir/externo" : "/");
    }
}
