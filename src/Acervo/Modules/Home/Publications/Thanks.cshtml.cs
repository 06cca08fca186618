using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.Publications;

/// <summary>After a message was sent: who has it and what follows.</summary>
[AllowAnonymous]
internal sealed class ThanksModel(PublicPages pages) : PageModel
{
    public PublicationKind Kind => KindRoutes.KindOf(HttpContext);

    public PublicPage Publication { get; private set; } = null!;

    public string Href => Kind.Href(Publication.Slug);

    public string Heading => IsToApply ? $"Gracias por querer aplicar{(Kind.IsFeminine ? "la" : "lo")}" : "Gracias por escribir";

    public string What => IsToApply ? $"Quienes hicieron «{Publication.Title}» ya saben de su interés." : $"Lo tienen quienes hicieron «{Publication.Title}».";

    private bool IsToApply => KindRoutes.AskedAt(HttpContext).IsToApply;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await pages.FindAsync(Kind.Kind, slug, null, cancel) is not { IsWithdrawn: false } found)
        {
            return Redirect(Kind.Href(slug));
        }

        Publication = found;
        return Page();
    }
}
