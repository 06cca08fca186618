using Acervo.Platform.Calendar;
using Acervo.Platform.Reference;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>What adding and editing a term have in common: the same form on screen, and the same way to save it.</summary>
internal abstract class TermPage(AppDb db, CatalogueEdits edits, Platform.Accounts.Me me, TimeProvider clock) : PageModel
{
    [BindProperty]
    public TermForm Form { get; set; } = new();

    internal Catalogue Catalogue { get; private set; } = null!;

    internal abstract string Heading { get; }

    internal abstract string Button { get; }

    /// <summary>The code of a term that exists already; null while it may still be typed.</summary>
    internal virtual string? FixedCode => null;

    /// <summary>What somebody else saved meanwhile; null when nobody did.</summary>
    internal TermForm? Theirs { get; set; }

    protected AppDb Db => db;

    protected int MyId => me.Id;

    protected async Task OpenAsync(string catalogue, CancellationToken cancel) => Catalogue = await db.Catalogues.GetAsync(catalogue, cancel);

    protected async Task<IActionResult> SaveAsync(Term term, CancellationToken cancel)
    {
        Form.WriteTo(term, clock.Now(), me.Id);
        await edits.SaveAsync(cancel);
        TempData["Done"] = $"«{term.Name}» quedó guardado.";
        return Redirect($"/admin/catalogos/{Catalogue.Code}");
    }
}
