using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Publishes what was approved: an act of a second person.</summary>
[Allow(Role.Reviewer)]
internal sealed class PublishModel(AppDb db, Me me, DossierPublishing publishing, NearCopies copies) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    /// <summary>Why this person may not publish it; null when they may.</summary>
    internal string? Obstacle => Dossier switch
    {
        _ when Dossier.WasWrittenBy(me.Id) => "Usted participó en su redacción; debe publicarla otra persona.",
        { Editorial.ApprovedBy: var approver } when approver == me.Id => "Usted la aprobó; debe publicarla una segunda persona.",
        _ => null,
    };

    private Dictionary<int, string> names = [];

    private IReadOnlyList<ChecklistItem> alike = [];

    /// <summary>What is published and like it, where nobody said yet how they differ.</summary>
    internal IEnumerable<ChecklistItem> Open => alike.Where(copy => copy.IsOpen);

    /// <summary>The same, where somebody did.</summary>
    internal IEnumerable<ChecklistItem> Told => alike.Where(copy => !copy.IsOpen);

    internal string NameOf(int person) => names.GetValueOrDefault(person, "");

    internal bool IsOthers => !Dossier.WasWrittenBy(me.Id);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetForReviewAsync(id, me, cancel);
        int?[] people = [Dossier.AuthorId, Dossier.Editorial.ApprovedBy];
        names = await db.People.AsNoTracking().Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        alike = await copies.OfAsync(Dossier, cancel);
        return Dossier.Editorial.Stage is Stage.Published or Stage.Withdrawn ? Redirect($"/fichas/{id}") : Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string? approved, CancellationToken cancel)
    {
        Dossier = await db.GetForReviewAsync(id, me, cancel);
        Dossier.RequireSeen(approved);
        await publishing.PublishAsync(Dossier, me.Id, cancel);
        TempData["Done"] = $"La versión {Dossier.PublishedVersion} ya está en el sitio y cualquier persona puede leerla. Quien la escribió recibirá un correo. "
            + "Si necesita cambiarla, podrá preparar una versión nueva.";
        return Redirect($"/fichas/{id}");
    }
}
