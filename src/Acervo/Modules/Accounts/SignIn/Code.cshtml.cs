using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.SignIn;

/// <summary>The second step of signing in: the code that the telephone shows.</summary>
[AllowAnonymous]
internal sealed class CodeModel(Doorkeeper door) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Escriba el código de seis cifras.")]
    public string? Code { get; set; }

    internal string Volver => ReturnPath.Of(this);

    public async Task<IActionResult> OnGetAsync() =>
        await door.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Accounts/SignIn/Enter", new { volver = Volver }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if ((await door.EnterWithCodeAsync(Code!, isRecoveryCode: false)).Succeeded)
        {
            return LocalRedirect(Volver);
        }

        ModelState.AddModelError(nameof(Code), "El código no corresponde o ya se usó. Espere el siguiente y escríbalo.");
        return Page();
    }
}
