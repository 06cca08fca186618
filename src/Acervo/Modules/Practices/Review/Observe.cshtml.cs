using Acervo.Modules.Practices.Capture;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Review;

/// <summary>Writes a remark on one answer.</summary>
[Allow(Role.Reviewer)]
internal sealed class ObserveModel(AppDb db, Me me, FichaForm ficha, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/revision/{id}");

    public async Task<IActionResult> OnPostAsync(int id, string field, string? text, CancellationToken cancel)
    {
        var practice = await db.GetForReviewAsync(id, me, cancel);
        if (FichaParts.LabelOf(ficha.Of(practice), field) is null)
        {
            throw new NotFoundException($"question {field}");
        }

        practice.Editorial.RequireReviewer(me.Id);
        db.Remarks.Add(Remark.Write(practice.Subject, field, practice.Editorial.Round, null, me.Id, text ?? "", clock.Now()));
        await db.SaveChangesAsync(cancel);
        return Redirect($"/revision/{id}#{field}");
    }
}
