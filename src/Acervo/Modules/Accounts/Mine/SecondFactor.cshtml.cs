using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.Mine;

/// <summary>Pairs a telephone, the first or another one, and shows the recovery codes that once.</summary>
[Allow]
[WithOpenDuty]
internal sealed class SecondFactorModel(AppDb db, Me me, SecondFactor factor, UserManager<Person> people, Doorkeeper door, Sessions sessions, Tries tries)
    : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Escriba el código de seis cifras.")]
    public string? Code { get; set; }

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Offer { get; set; }

    internal bool IsDuty => me.Duty == Duty.SetSecondFactor;

    internal bool IsChange { get; private set; }

    internal string QrCode { get; private set; } = "";

    internal string TypedKey { get; private set; } = "";

    internal IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (me.Duty == Duty.ChangePassword)
        {
            return Redirect("/cuenta/clave");
        }

        Offer = factor.Offer(me.Id);
        return Shown(await db.People.GetAsync(me.Id, cancel));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var person = await db.People.GetAsync(me.Id, cancel);
        if (!ModelState.IsValid || me.Duty == Duty.ChangePassword)
        {
            return Shown(person);
        }

        var taken = await tries.TakeAsync($"session-code:{me.SessionId:N}", cancel);
        var provider = people.Options.Tokens.AuthenticatorTokenProvider;
        if (person.TwoFactorEnabled && !await people.VerifyTwoFactorTokenAsync(person, provider, Current ?? ""))
        {
            ModelState.AddModelError(nameof(Current), "El código del teléfono actual no coincide o ya se usó.");
            return Shown(person);
        }

        RecoveryCodes = await factor.ConfirmAsync(person, Offer ?? "", Code!);
        if (RecoveryCodes is null)
        {
            ModelState.AddModelError(nameof(Code), "El código no coincide. Escriba el que la aplicación muestra ahora.");
            return Shown(person);
        }

        await tries.ForgiveAsync(taken, cancel);
        await sessions.EndOthersAsync(person.Id, Guid.Empty, cancel);
        await door.SignInAsync(person, isPersistent: false);
        return Page();
    }

    private PageResult Shown(Person person)
    {
        IsChange = person.TwoFactorEnabled;
        (TypedKey, QrCode) = factor.Show(Offer ?? "", person.Id, person.Email);
        TypedKey = string.Join(' ', TypedKey.Chunk(4).Select(part => new string(part)));
        return Page();
    }
}
