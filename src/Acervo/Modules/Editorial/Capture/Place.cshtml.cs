using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>Puts a piece of the document that ended in no answer where a person says, or leaves it out.</summary>
[Allow]
internal sealed class PlaceModel(AppDb db, Me me, DossierForm ficha, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}");

    /// <param name="id">The ficha.</param>
    /// <param name="piece">The mark of the piece.</param>
    /// <param name="question">Where it goes.</param>
    /// <param name="leave">Set when it is left out.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(int id, string? piece, string? question, bool leave, CancellationToken cancel)
    {
        var dossier = await db.GetMineAsync(id, me, cancel);
        var form = ficha.Of(dossier);
        var place = leave ? null : form.Question(question ?? "") ?? throw new NotFoundException($"question {question}");
        dossier.Place(piece ?? "", place, me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        TempData["Done"] = place is null ? "Se dejó fuera. Sigue en el documento original." : $"Se puso al final de «{place.Label}». Revíselo allí.";
        return Redirect(place is null ? $"/fichas/{id}" : DossierParts.HrefOf(dossier, form, place.Key));
    }
}
