using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.Joining;

/// <summary>Where an invitation leads: the person says their name, chooses a password and is in.</summary>
[AllowAnonymous]
internal sealed class AcceptModel(Invitations invitations, Units units, Doorkeeper door) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Escriba su nombre y apellidos.")]
    [StringLength(120, ErrorMessage = "El nombre puede tener hasta 120 caracteres.")]
    public string? Name { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Escriba una contraseña.")]
    public string? Password { get; set; }

    internal Invitation Invitation { get; private set; } = null!;

    internal string Unit { get; private set; } = "";

    public async Task OnGetAsync(string token, CancellationToken cancel)
    {
        await OpenAsync(token, cancel);
        Name = Invitation.Name;
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        await OpenAsync(token, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (result, person) = await invitations.RedeemAsync(token, Name!, Password!, cancel);
        if (!result.Succeeded)
        {
            ModelState.Add(nameof(Password), result);
            return Page();
        }

        await door.SignInAsync(person, isPersistent: false);
        return Redirect("/inicio");
    }

    private async Task OpenAsync(string token, CancellationToken cancel)
    {
        Invitation = await invitations.OpenAsync(token, cancel);
        Unit = await units.NameAsync(Invitation.UnitId, cancel);
    }
}
