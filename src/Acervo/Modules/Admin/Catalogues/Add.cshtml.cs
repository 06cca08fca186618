using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Reference;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Adds a term of the entity's own to a catalogue.</summary>
[Allow(Role.Administrator)]
internal sealed class AddModel(AppDb db, CatalogueEdits edits, Me me, TimeProvider clock) : PageModel, ITermPage
{
    [BindProperty]
    [Required(ErrorMessage = "Escriba el código.")]
    [StringLength(80, ErrorMessage = "El código puede tener hasta 80 caracteres.")]
    public string? TermCode { get; set; }

    [BindProperty]
    public TermForm Form { get; set; } = new();

    internal Catalogue Catalogue { get; private set; } = null!;

    public async Task OnGetAsync(string code, CancellationToken cancel) => Catalogue = await db.Catalogues.GetAsync(code, cancel);

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        Catalogue = await db.Catalogues.GetAsync(code, cancel);
        Form.ReadDays(Request.Form, ModelState);
        var mine = db.Terms.Where(term => term.Catalogue == code);
        if (TermCode is { } wanted && await mine.AnyAsync(term => term.Code == wanted.Trim(), cancel))
        {
            ModelState.AddModelError(nameof(TermCode), "Ese código ya existe en este catálogo. Escriba otro.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var last = await mine.MaxAsync(term => (int?)term.Sort, cancel) ?? 0;
        var added = Term.Add(code, TermCode!, Form.Name!, last + 1, me.Id);
        Form.WriteTo(added, clock.Now(), me.Id);
        db.Terms.Add(added);
        await edits.SaveAsync(code, cancel);
        TempData["Done"] = $"«{added.Name}» quedó agregado.";
        return Redirect($"/admin/catalogos/{code}");
    }
}
