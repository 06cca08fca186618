using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.SignIn;

/// <summary>The second step for somebody without the telephone: one of the codes kept for that day.</summary>
[AllowAnonymous]
internal sealed class RecoveryCodeModel(Doorkeeper door) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Escriba un código de recuperación.")]
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

        if ((await door.EnterWithCodeAsync(Code!, isRecoveryCode: true)).Succeeded)
        {
            return LocalRedirect(Volver);
        }

        ModelState.AddModelError(nameof(Code), "El código de recuperación no corresponde o ya se usó.");
        return Page();
    }
}
