using Acervo.Platform.Accounts.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Acervo.Modules.Accounts.SignIn;

/// <summary>Sends the person to the organisation's identity provider.</summary>
[AllowAnonymous]
internal sealed class OutsideModel(IOptions<OidcSettings> outside) : PageModel
{
    public IActionResult OnGet() => outside.Value.IsOn
        ? Challenge(new AuthenticationProperties { RedirectUri = $"/entrar/externo/regreso?volver={Uri.EscapeDataString(ReturnPath.Of(this))}" },
        OidcHandler.Name)
        : throw new NotFoundException("identity provider");
}
