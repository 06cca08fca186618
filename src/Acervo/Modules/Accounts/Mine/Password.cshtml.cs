using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.Mine;

/// <summary>Another password; every session but this one ends, and this one is opened anew.</summary>
[Allow]
[WithOpenDuty]
internal sealed class PasswordModel(AppDb db, Me me, UserManager<Person> people, Doorkeeper door, Sessions sessions, Tries tries) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Escriba su contraseña actual.")]
    public string? Current { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Escriba la contraseña nueva.")]
    public string? Password { get; set; }

    internal bool IsDuty => me.Duty == Duty.ChangePassword;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Password is not null && Password == Current)
        {
            ModelState.AddModelError(nameof(Password), "La contraseña nueva debe ser distinta de la actual.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var person = await db.People.GetAsync(me.Id, cancel);
        var taken = await tries.TakeAsync($"session:{me.SessionId:N}", cancel);
        if (!await people.CheckPasswordAsync(person, Current!))
        {
            ModelState.AddModelError(nameof(Current), "La contraseña actual no coincide.");
            return Page();
        }

        await tries.ForgiveAsync(taken, cancel);
        var wasDuty = IsDuty;
        person.PasswordChosen();
        var result = await people.ChangePasswordAsync(person, Current!, Password!);
        if (!result.Succeeded)
        {
            ModelState.Add(nameof(Password), result);
            return Page();
        }

        await sessions.EndOthersAsync(person.Id, Guid.Empty, cancel);
        await door.SignInAsync(person, isPersistent: false);
        TempData["Done"] = "Su contraseña cambió. Las demás sesiones se cerraron.";
        return Redirect(wasDuty ? "/inicio" : "/cuenta");
    }
}
