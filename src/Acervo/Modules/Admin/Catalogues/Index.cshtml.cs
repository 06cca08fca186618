using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Every catalogue and how many terms it has.</summary>
[Allow(Role.Administrator)]
internal sealed class IndexModel(AppDb db) : PageModel
{
    internal IReadOnlyList<CatalogueRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var terms = db.Terms;
        Rows = await db.Catalogues.OrderBy(catalogue => catalogue.Name)
            .Select(catalogue => new CatalogueRow(
                catalogue.Code, catalogue.Name, catalogue.Source,
                terms.Count(term => term.Catalogue == catalogue.Code), terms.Count(term => term.Catalogue == catalogue.Code && term.EditedAt != null)))
            .ToListAsync(cancel);
    }
}

/// <summary>A catalogue in the list.</summary>
internal sealed record CatalogueRow(string Code, string Name, string Source, int Terms, int Edited);
