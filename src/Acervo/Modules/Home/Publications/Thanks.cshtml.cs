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

    public string Heading => IsToApply ? "Gracias por su interés" : "Gracias por escribir";

    public string What => $"Su mensaje va al equipo de «{Publication.Title}».";

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
