using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Trail;

/// <summary>
/// The audit trail, newest first, narrowed by person, act, subject and days. Its pages begin after a row and not at a count, so that new rows move nothing.
/// </summary>
[Allow(Role.Administrator)]
internal sealed class IndexModel(AppDb db, TrailWords words) : PageModel
{
    private const int PageSize = 50;

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

    /// <summary>Rows older than this one.</summary>
    [BindProperty(SupportsGet = true, Name = "antes")]
    public long? Before { get; set; }

    /// <summary>Rows newer than this one.</summary>
    [BindProperty(SupportsGet = true, Name = "despues")]
    public long? After { get; set; }

    internal TrailFilter Filter => new(Person, Verb, Subject, From, To);

    internal TrailWords Words => words;

    internal IReadOnlyList<TrailLine> Lines { get; private set; } = [];

    internal int Total { get; private set; }

    internal Neighbours Neighbours { get; private set; } = new(null, null);

    /// <summary>The record the trail is narrowed to, by its name.</summary>
    internal string? SubjectName => Subject is null ? null : Lines is [var line, ..] ? line.Record : Subject;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = TrailRow.Of(db, Filter);
        Total = await all.CountAsync(cancel);
        var rows = await PageAsync(all, cancel);
        if (rows.Count > 0)
        {
            var (newest, oldest) = (rows[0].Id, rows[^1].Id);
            Neighbours = new(
                await all.AnyAsync(row => row.Id > newest, cancel) ? $"?{Filter.Query}&despues={newest}" : null,
                await all.AnyAsync(row => row.Id < oldest, cancel) ? $"?{Filter.Query}&antes={oldest}" : null);
        }

        Lines = await TrailLine.OfAsync(rows, words, db, cancel);
    }

    private async Task<List<TrailRow>> PageAsync(IQueryable<TrailRow> all, CancellationToken cancel)
    {
        if (After is { } after)
        {
            var newer = await all.Where(row => row.Id > after).OrderBy(row => row.Id).Take(PageSize).ToListAsync(cancel);
            newer.Reverse();
            return newer;
        }

        var from = Before is { } before ? all.Where(row => row.Id < before) : all;
        return await from.OrderByDescending(row => row.Id).Take(PageSize).ToListAsync(cancel);
    }
}
