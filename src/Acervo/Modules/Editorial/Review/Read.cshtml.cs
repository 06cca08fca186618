using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Review;

/// <summary>The answers as they were sent, with what was said of each, for whoever wrote them: the same that is read in review.</summary>
[Allow]
internal sealed class ReadModel(AppDb db, Me me, ReviewSheets sheets) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal ReviewSheet Sheet { get; private set; } = ReviewSheet.Empty;

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        Sheet = await sheets.OfAsync(Dossier, mayRemark: false, before: null, cancel);
    }
}
