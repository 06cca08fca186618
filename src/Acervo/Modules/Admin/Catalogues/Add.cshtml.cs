using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Adds a term of the entity's own to a catalogue.</summary>
[Allow(Role.Administrator)]
[MakesOne]
internal sealed class AddModel(AppDb db, CatalogueEdits edits, Me me, TimeProvider clock) : TermPage(db, edits, me, clock)
{
    internal override string Heading => $"Agregar un término a «{Catalogue.Name}»";

    internal override string Button => "Agregar el término";

    public Task OnGetAsync(string code, CancellationToken cancel) => OpenAsync(code, cancel);

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        await OpenAsync(code, cancel);
        Form.ReadDays(Request.Form, ModelState);
        var typed = Form.ReadNewCode(ModelState);
        var mine = Db.Terms.Where(term => term.Catalogue == code);
        if (typed.Length > 0 && await mine.AnyAsync(term => term.Code == typed, cancel))
        {
            ModelState.AddModelError("Form.Code", "Ese código ya existe en este catálogo. Escriba otro.");
        }

        if (typed.Length > 0 && Term.CodeProblem(code, typed) is { } problem)
        {
            ModelState.AddModelError("Form.Code", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var last = await mine.MaxAsync(term => (int?)term.Sort, cancel) ?? 0;
        var added = Term.Add(code, typed, Form.Name!, last + 1, MyId);
        Db.Terms.Add(added);
        return await SaveAsync(added, cancel);
    }
}
