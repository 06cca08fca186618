using Acervo.Platform.Accounts;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Trail;

/// <summary>The audit trail, newest first, narrowed by person, act, subject and days.</summary>
[Allow(Role.Administrator)]
internal sealed class IndexModel(AppDb db) : PageModel
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true, Name = "persona")]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true, Name = "verbo")]
    public string? Verb { get; set; }

    [BindProperty(SupportsGet = true, Name = "sobre")]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true, Name = "desde")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "hasta")]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    internal TrailFilter Filter => new(Person, Verb, Subject, From, To);

    internal IReadOnlyList<TrailRow> Rows { get; private set; } = [];

    internal int Total { get; private set; }

    internal Pages Pages => new(Math.Max(1, Number), (Total + PageSize - 1) / PageSize, page => $"?{Filter.Query}&pagina={page}");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rows = TrailRow.Of(db, Filter);
        Total = await rows.CountAsync(cancel);
        Rows = await rows.Skip((Math.Max(1, Number) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
    }
}
