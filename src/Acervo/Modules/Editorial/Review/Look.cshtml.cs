using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Reference;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Opens to a reviewer what nobody sent, once they say why. The page itself tells nothing of what it says, its name included.</summary>
[Allow(Role.Reviewer)]
internal sealed class LookModel(AppDb db, Me me, DossierMails mails, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal string? Unit { get; private set; }

    internal string Reason { get; private set; } = "";

    internal string? ReasonError { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        return await db.MayReadAsync(Dossier, me, cancel) ? Redirect($"/fichas/{id}") : Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string? reason, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        Reason = reason ?? "";
        ReasonError = Reason.Trim().Length switch
        {
            < DraftLook.FewestLetters =>
                $"Escriba en una frase ({DraftLook.FewestLetters} caracteres o más) por qué necesita abrirla: la leerá quien la escribe.",
            > DraftLook.MostLetters => $"El motivo es muy largo: use {DraftLook.MostLetters} caracteres o menos.",
            _ => null,
        };
        if (ReasonError is not null)
        {
            ModelState.AddModelError("reason", ReasonError);
            return Page();
        }

        if (!await db.MayReadAsync(Dossier, me, cancel))
        {
            db.Looks.Add(DraftLook.Open(Dossier, me.Id, Reason, clock.Now()));
            await mails.LookedAsync(Dossier, me.Name, Reason, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return Redirect($"/revision/{id}");
    }

    /// <summary>A draft of where this person reviews, or one's own; any other does not exist.</summary>
    private async Task LoadAsync(int id, CancellationToken cancel)
    {
        var dossiers = db.Dossiers;
        Dossier = await dossiers.Include(one => one.Files).Where(one => one.Id == id).OneAsync(cancel);
        if (!me.Has(Role.Reviewer, Dossier.Circle) && !Dossier.IsBy(me.Id))
        {
            throw new NotFoundException($"dossier {id}");
        }

        Unit = await db.Terms.Where(term => term.Id == Dossier.UnitId).Select(term => term.Name).FirstOrDefaultAsync(cancel);
    }
}
