using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Review;

/// <summary>A verb of the office that needs no page of its own: it is posted from another and leads back there, or on.</summary>
internal abstract class OfficeVerb(AppDb db, Me me) : PageModel
{
    protected int Person => me.Id;

    /// <summary>Where it leads when it is opened like a page.</summary>
    protected abstract string From(int id);

    /// <summary>Where it leads when it is done.</summary>
    protected virtual string To(int id) => From(id);

    protected abstract void Act(Dossier dossier);

    public IActionResult OnGet(int id) => Redirect(From(id));

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        var dossier = await db.GetForReviewAsync(id, me, cancel);
        Act(dossier);
        await db.SaveChangesAsync(cancel);
        return Redirect(To(id));
    }
}
