using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>A verb on a dossier that its page asks for once more before it is done.</summary>
internal abstract class AskedVerb(AppDb db) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    /// <summary>The dossier, for whoever may do this to it.</summary>
    protected abstract Task<Dossier> FindAsync(AppDb working, int id, CancellationToken cancel);

    protected abstract void Act();

    public async Task OnGetAsync(int id, CancellationToken cancel) => Dossier = await FindAsync(db, id, cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        Act();
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}");
    }
}
