using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Edits a term. A save on an old revision shows both texts and loses nothing.</summary>
[Allow(Role.Administrator)]
internal sealed class EditModel(AppDb db, CatalogueEdits edits, Units units, Me me, TimeProvider clock) : TermPage(db, edits, me, clock)
{
    internal override string Heading => Term.Name;

    internal override string Button => "Guardar";

    internal override string? FixedCode => Term.Code;

    internal Term Term { get; private set; } = null!;

    /// <summary>Whether roles are held in it, so that where it hangs matters.</summary>
    internal bool IsUnit => Units.Catalogues.Contains(Term.Catalogue);

    internal string Above { get; private set; } = "";

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        await FindAsync(id, cancel);
        Form = TermForm.Of(Term);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await FindAsync(id, cancel);
        Form.ReadDays(Request.Form, ModelState);
        if (Form.Revision != Term.Revision)
        {
            Theirs = TermForm.Of(Term);
            Form.Revision = Term.Revision;
            ModelState.Remove("Form.Revision");
            return Page();
        }

        return ModelState.IsValid ? await SaveAsync(Term, cancel) : Page();
    }

    private async Task FindAsync(int id, CancellationToken cancel)
    {
        Term = await Db.Terms.Include(term => term.Aliases).Where(term => term.Id == id).OneAsync(cancel);
        Above = await units.NameAsync(Term.ParentId, cancel);
        await OpenAsync(Term.Catalogue, cancel);
    }
}
