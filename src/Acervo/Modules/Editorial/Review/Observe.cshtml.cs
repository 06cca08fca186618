using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Writes a remark on one answer.</summary>
[Allow(Role.Reviewer)]
[MakesOne]
internal sealed class ObserveModel(AppDb db, Me me, DossierForm ficha, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/revision/{id}");

    public async Task<IActionResult> OnPostAsync(int id, string field, string? text, CancellationToken cancel)
    {
        var dossier = await db.GetForReviewAsync(id, me, cancel);
        if (DossierParts.LabelOf(ficha.Of(dossier), field) is null)
        {
            throw new NotFoundException($"question {field}");
        }

        db.Remarks.Add(dossier.Observe(field, me.Id, text ?? "", clock.Now()));
        await db.SaveChangesAsync(cancel);
        return Redirect($"/revision/{id}#{field}");
    }
}
