using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Reference;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Edits a term. A save on an old revision shows both texts and loses nothing.</summary>
[Allow(Role.Administrator)]
internal sealed class EditModel(AppDb db, CatalogueEdits edits, Me me, TimeProvider clock) : PageModel, ITermPage
{
    [BindProperty]
    public TermForm Form { get; set; } = new();

    [BindProperty]
    public int Revision { get; set; }

    internal Term Term { get; private set; } = null!;

    internal string CatalogueName { get; private set; } = "";

    /// <summary>What somebody else saved meanwhile; null when nobody did.</summary>
    internal TermForm? Theirs { get; private set; }

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        (Form, Revision) = (TermForm.Of(Term), Term.Revision);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        Form.ReadDays(Request.Form, ModelState);
        if (Revision != Term.Revision)
        {
            (Theirs, Revision) = (TermForm.Of(Term), Term.Revision);
            return Page();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        Form.WriteTo(Term, clock.Now(), me.Id);
        await edits.SaveAsync(Term.Catalogue, cancel);
        TempData["Done"] = $"«{Term.Name}» quedó guardado.";
        return Redirect($"/admin/catalogos/{Term.Catalogue}");
    }

    private async Task LoadAsync(int id, CancellationToken cancel)
    {
        Term = await db.Terms.Include(term => term.Aliases).Where(term => term.Id == id).OneAsync(cancel);
        CatalogueName = (await db.Catalogues.GetAsync(Term.Catalogue, cancel)).Name;
    }
}
