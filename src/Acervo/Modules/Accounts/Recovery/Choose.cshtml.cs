using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.Recovery;

/// <summary>Where the letter's link leads: a new password, once. Opening the link changes nothing, since mail scanners open links too.</summary>
[AllowAnonymous]
internal sealed class ChooseModel(PasswordResets resets, Doorkeeper door) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Escriba la contraseña nueva.")]
    public string? Password { get; set; }

    public Task OnGetAsync(string token, CancellationToken cancel) => resets.OpenAsync(token, cancel);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        var person = await resets.OpenAsync(token, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await resets.RedeemAsync(token, Password!, cancel);
        if (result.Succeeded)
        {
            // The letter came to its owner: whoever closed the account meanwhile by guessing does not keep them out here.
            door.Trust(person);
            return RedirectToPage("/Accounts/SignIn/Enter");
        }

        ModelState.Add(nameof(Password), result);
        return Page();
    }
}
