using Acervo.Modules.Practices.Capture;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Review;

/// <summary>Writes a remark on one answer.</summary>
[Allow(Role.Reviewer)]
[MakesOne]
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

        db.Remarks.Add(practice.Observe(field, me.Id, text ?? "", clock.Now()));
        await db.SaveChangesAsync(cancel);
        return Redirect($"/revision/{id}#{field}");
    }
}
