using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Imports.SavedColumns;

/// <summary>Gives saved columns another name.</summary>
[Allow]
internal sealed class RenameModel(AppDb db, MappingShelf shelf) : PageModel
{
    [BindProperty(Name = "Name")]
    [Required(ErrorMessage = "Escriba el nombre.")]
    [StringLength(SavedMapping.LongestName, ErrorMessage = "El nombre puede tener hasta 120 caracteres.")]
    public string? Name { get; set; }

    internal SavedMapping Saved { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Saved = await shelf.GetAsync(id, cancel);
        Name = Saved.Name;
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        Saved = await shelf.GetAsync(id, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Saved.Name = Name!.Trim();
        await db.SaveChangesAsync(cancel);
        return Redirect("/importaciones/columnas");
    }
}
