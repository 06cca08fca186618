using System.ComponentModel.DataAnnotations;
using Acervo.Modules.Admin.Joining;
using Acervo.Platform.Accounts;
using Acervo.Platform.Mail;
using Acervo.Ui;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.People;

/// <summary>Writes to somebody with a link that opens an account.</summary>
[Allow(Role.Administrator)]
[MakesOne]
internal sealed class InviteModel(Invitations invitations, Units units, MailSettings mail, SiteIdentity site, Me me) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Escriba el nombre de la persona.")]
    [StringLength(120, ErrorMessage = "El nombre puede tener hasta 120 caracteres.")]
    public string? Name { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Escriba el correo de la persona.")]
    [EmailAddress(ErrorMessage = "Escriba un correo electrónico válido, como nombre@entidad.gov.co.")]
    [StringLength(254, ErrorMessage = "El correo puede tener hasta 254 caracteres.")]
    public string? Email { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Elija un rol.")]
    public Role? GivenRole { get; set; }

    [BindProperty]
    public int? UnitId { get; set; }

    /// <summary>The address outside the entity that is confirmed: this one, and no other that is typed afterwards.</summary>
    [BindProperty]
    public string? Confirmed { get; set; }

    internal bool AsksToConfirm { get; private set; }

    /// <summary>How addresses of the entity end, and whether the installation says so itself.</summary>
    internal (string Endings, bool AreKnown) Domains => (site.MailEndings, site.SaysItsDomains);

    internal IReadOnlyList<FieldOption> Roles => PeopleOptions.Roles;

    internal IReadOnlyList<FieldOption> UnitOptions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => UnitOptions = await PeopleOptions.UnitsAsync(units, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var isOutside = ModelState.IsValid && !site.HasMail(Email!);
        if (isOutside && (Confirmed is null || Person.Normalize(Confirmed) != Person.Normalize(Email!)))
        {
            AsksToConfirm = true;
            ModelState.AddModelError(nameof(Email),
                $"El correo no es institucional: no termina en {site.MailEndings}. Corríjalo, o confirme que va a esa dirección.");
        }

        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancel);
            return Page();
        }

        await units.CheckAsync(UnitId, cancel);
        var link = await invitations.InviteAsync(new InvitationRequest(Name!, Email!, GivenRole!.Value, UnitId) { IsOutside = isOutside }, me.Id, cancel);
        this.Tell(mail, link, $"La invitación para {Email} quedó en el correo de salida.");
        return Redirect("/admin/personas");
    }
}
