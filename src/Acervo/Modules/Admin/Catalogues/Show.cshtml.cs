using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Reference;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>The terms of one catalogue, found by any of their names.</summary>
[Allow(Role.Administrator)]
internal sealed class ShowModel(AppDb db, TimeProvider clock) : PageModel
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "vigencia")]
    public string? Validity { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    internal Catalogue Catalogue { get; private set; } = null!;

    internal IReadOnlyList<Term> Terms { get; private set; } = [];

    /// <summary>The columns in which this catalogue says something.</summary>
    internal TermColumns Columns { get; private set; } = new(false, false, false, false, false, false);

    internal int Total { get; private set; }

    internal Pages Pages => new(Math.Max(1, Number), (Total + PageSize - 1) / PageSize,
        page => $"?q={Uri.EscapeDataString(Words ?? "")}&vigencia={Validity}&pagina={page}");

    public async Task OnGetAsync(string code, CancellationToken cancel)
    {
        Catalogue = await db.Catalogues.GetAsync(code, cancel);
        Columns = await TermColumns.OfAsync(db.Terms.Where(term => term.Catalogue == code), Catalogue.Source, cancel);
        var found = Filter(db.Terms.AsNoTracking().Where(term => term.Catalogue == code));
        Total = await found.CountAsync(cancel);
        Terms = await found.Include(term => term.Aliases).OrderBy(term => term.Sort).ThenBy(term => term.Id)
            .Skip(Pages.Skipped(Number, PageSize)).Take(PageSize).ToListAsync(cancel);
    }

    internal string ValidityOf(Term term) => (term.ValidFrom, term.ValidTo) switch
    {
        (null, null) => "Siempre",
        ({ } from, null) => $"Desde el {from.Long()}",
        (null, { } to) => $"Hasta el {to.Long()}",
        ({ } from, { } to) => $"Del {from.Long()} al {to.Long()}",
    };

    private IQueryable<Term> Filter(IQueryable<Term> terms)
    {
        var today = clock.Today();
        terms = Validity switch
        {
            "hoy" => terms.InForce(today),
            "no" => terms.Where(term => term.ValidFrom > today || term.ValidTo < today),
            _ => terms,
        };
        if (string.IsNullOrWhiteSpace(Words))
        {
            return terms;
        }

        var pattern = LikePattern.Containing(Words);
        return terms.Where(term => EF.Functions.ILike(EF.Functions.Unaccent(term.Name), EF.Functions.Unaccent(pattern))
            || EF.Functions.ILike(term.Code, pattern)
            || term.Aliases.Any(alias => EF.Functions.ILike(EF.Functions.Unaccent(alias.Alias), EF.Functions.Unaccent(pattern))));
    }
}
