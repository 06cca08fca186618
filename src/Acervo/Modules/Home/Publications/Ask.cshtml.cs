using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial.Asking;
using Acervo.Platform.Http.Bodies;
using Acervo.Platform.Mail;
using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.Publications;

/// <summary>Where anybody writes to those who made a publication, without an account and without seeing an address.</summary>
[AllowAnonymous]
[MakesOne]
[Takes(4 * TakesAttribute.OpenForm)]
internal sealed class AskModel(PublicPages pages, PublicationKinds kinds, InquirySlot slot, IConfiguration configuration) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Escriba su nombre.")]
    [StringLength(Inquiry.LongestName, ErrorMessage = "El nombre puede tener hasta 160 caracteres.")]
    public string? Name { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Escriba el correo al que deben responderle.")]
    public string? Email { get; set; }

    [BindProperty]
    [StringLength(Inquiry.LongestName, ErrorMessage = "El nombre de la entidad puede tener hasta 160 caracteres.")]
    public string? Entity { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Escriba el mensaje.")]
    public string? Message { get; set; }

    /// <summary>A box that no person sees: who fills it in is a program.</summary>
    [BindProperty(Name = "web")]
    public string? Trap { get; set; }

    public PublicationKind Kind => KindRoutes.KindOf(HttpContext);

    public PublicPage Publication { get; private set; } = null!;

    public string Href => Kind.Href(Publication.Slug);

    public string Words => Asked.Words(Kind);

    public bool IsToApply => Asked.IsToApply;

    public string Lead => IsToApply
        ? $"Cuénteles a quienes hicieron «{Publication.Title}» dónde quiere aplicar{It} y para qué. Le responden al correo que usted deje."
        : $"Pregunte o cuente algo a quienes hicieron «{Publication.Title}». Le responden al correo que usted deje.";

    public string Question => IsToApply ? $"¿Para qué quiere aplicar{It}?" : "¿Qué quiere preguntar o contar?";

    public string Notice
    {
        get
        {
            var days = InquirySettings.Of(configuration).KeepDays;
            return "Su nombre, su correo y su mensaje sirven para responderle y no se publican. Los ven quienes responden por la publicación y, si ya no "
                + "están, quienes la revisan o administran el sitio. " + (IsToApply
                    ? $"El nombre y el correo se borran de este sitio a los {days} días; quedan la entidad y para qué quiere aplicar{It}, como constancia."
                    : $"Se borran de este sitio a los {days} días.");
        }
    }

    private AskAddress Asked => KindRoutes.AskedAt(HttpContext);

    private string It => Kind.IsFeminine ? "la" : "lo";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) =>
        await FindAsync(slug, cancel) ?? (Publication.Slug == slug ? Page() : RedirectPermanent(Href + Asked.End));

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await slot.PutAsync(
                new NewInquiry(Kind.Kind, Publication.Item, Asked.Purpose, OneLine(Name), Email!.Trim(), IsToApply ? OneLine(Entity) : "", Text()),
                HttpContext.Connection.RemoteIpAddress, cancel);
        }
        catch (RuleException refusal)
        {
            ModelState.AddModelError("", $"{refusal.Message} Lo que escribió sigue aquí.");
            return Page();
        }

        return Redirect(Href + Asked.End + AskAddress.Sent);
    }

    /// <summary>Reads what is written about, at whatever address it had; the answer when there is nothing to write about.</summary>
    private async Task<IActionResult?> FindAsync(string slug, CancellationToken cancel)
    {
        var found = await pages.FindAsync(Kind.Kind, slug, null, cancel);
        if (found is null && await pages.MovedAsync(Kind.Kind, slug, cancel) is { } moved)
        {
            found = await pages.FindAsync(Kind.Kind, moved, null, cancel);
        }

        if (found is null)
        {
            return NotFound();
        }

        Publication = found;
        return (found.IsWithdrawn, kinds.HrefOf(found.Successor)) switch
        {
            (true, { } successor) => Redirect(successor),
            (true, null) => new TombstoneResult(found),
            _ => null,
        };
    }

    private void Check()
    {
        if (!string.IsNullOrWhiteSpace(Email) && !PlainAddress.Is(Email.Trim()))
        {
            ModelState.AddModelError(nameof(Email), "Escriba un correo electrónico válido, como nombre@correo.com.");
        }

        if (IsToApply && string.IsNullOrWhiteSpace(Entity))
        {
            ModelState.AddModelError(nameof(Entity), "Escriba la entidad u organización; si es por su cuenta, escriba «Por mi cuenta».");
        }

        // They stand in the letter outside of what is quoted: nothing in them may become a link or turn the writing around.
        foreach (var (box, text) in new[] { (nameof(Name), Name ?? ""), (nameof(Entity), Entity ?? "") })
        {
            if (text.AsSpan().ContainsAny("/@:<>") || text.Contains("www.", StringComparison.OrdinalIgnoreCase)
                || text.Any(sign => char.GetUnicodeCategory(sign) == UnicodeCategory.Format))
            {
                ModelState.AddModelError(box, "Escriba solo el nombre, sin direcciones de internet ni de correo.");
            }
        }

        if (Text().Length > Inquiry.LongestMessage)
        {
            ModelState.AddModelError(nameof(Message), $"El mensaje puede tener hasta 2.000 caracteres y tiene {Ui.Spanish.Number(Text().Length)}.");
        }

        if (!string.IsNullOrEmpty(Trap))
        {
            ModelState.Remove("web");
            ModelState.AddModelError("", "El envío parece de un programa: llenó una casilla que no se ve. Si usted es una persona, envíelo de nuevo.");
        }
    }

    /// <summary>Browsers send two signs for each end of a line.</summary>
    private string Text() => (Message ?? "").ReplaceLineEndings("\n").Trim();

    private static string OneLine(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
