using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Imports.SavedColumns;

/// <summary>Forgets saved columns; what came in by them stays.</summary>
[Allow]
internal sealed class DeleteModel(AppDb db, MappingShelf shelf) : PageModel
{
    public IActionResult OnGet() => Redirect("/importaciones/columnas");

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        var saved = await shelf.GetAsync(id, cancel);
        db.Remove(saved);
        await db.SaveChangesAsync(cancel);
        TempData["Done"] = $"Se borraron las columnas guardadas como «{saved.Name}».";
        return Redirect("/importaciones/columnas");
    }
}
