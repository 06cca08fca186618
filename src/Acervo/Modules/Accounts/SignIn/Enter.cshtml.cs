using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Acervo.Platform.Accounts.Oidc;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Acervo.Modules.Accounts.SignIn;

/// <summary>E-mail and password; those with a second factor go on to the code.</summary>
[AllowAnonymous]
internal sealed class EnterModel(Doorkeeper door, Me me, IOptions<OidcSettings> outside) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Escriba su correo.")]
    public string? Email { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Escriba su contraseña.")]
    public string? Password { get; set; }

    internal string Volver => ReturnPath.Of(this);

    /// <summary>What happened at the identity provider, if something did: a title and a sentence.</summary>
    internal (string Title, string Sentence)? OutsideNews => Request.Query["externo"].ToString() switch
    {
        "" => null,
        "caido" => ("El servicio de identidad no responde", "Inténtelo en unos minutos o entre con su contraseña."),
        "abierta" => ("Su sesión en Acervo se cerró",
            "La del servicio de identidad sigue abierta: no pudimos cerrarla. Si este equipo no es suyo, ciérrela allá."),
        _ => ("No pudimos comprobar quién es usted", "El servicio de identidad no confirmó su entrada. Inténtelo de nuevo o entre con su contraseña."),
    };

    internal string? OutsideName => outside.Value.IsOn ? outside.Value.Name : null;

    /// <summary>Who is in already, if anybody: the form still opens another account, and ends this session.</summary>
    internal string? Inside => me.IsSignedIn ? me.Name : null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await door.EnterAsync(Email!, Password!);
        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/Accounts/SignIn/Code", new { volver = Volver });
        }

        if (result.Succeeded)
        {
            return LocalRedirect(Volver);
        }

        ModelState.AddModelError("", "El correo o la contraseña no coinciden.");
        return Page();
    }
}
