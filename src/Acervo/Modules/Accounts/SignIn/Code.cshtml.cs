using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.SignIn;

/// <summary>The second step of signing in: the code that the telephone shows or, without it, one of those kept for that day.</summary>
[AllowAnonymous]
internal sealed class CodeModel(Doorkeeper door) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What it is done with: nothing for the telephone, <c>recuperacion</c> for a kept code.</summary>
    [BindProperty(SupportsGet = true, Name = "con")]
    public string? With { get; set; }

    internal bool IsRecovery => With == "recuperacion";

    internal string Volver => ReturnPath.Of(this);

    public async Task<IActionResult> OnGetAsync() =>
        await door.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Accounts/SignIn/Enter", new { volver = Volver }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            return Again(IsRecovery ? "Escriba un código de recuperación." : "Escriba el código de seis cifras.");
        }

        if ((await door.EnterWithCodeAsync(Code, IsRecovery)).Succeeded)
        {
            return LocalRedirect(Volver);
        }

        return Again(IsRecovery ? "El código de recuperación no coincide o ya se usó."
            : "El código no coincide o ya se usó. Espere el siguiente y escríbalo.");
    }

    private PageResult Again(string error)
    {
        ModelState.AddModelError(nameof(Code), error);
        return Page();
    }
}
