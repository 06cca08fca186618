using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Trail;

/// <summary>One act of the trail, with the rows it carries: what an import did, or the fingerprints of what was published.</summary>
[Allow(Role.Administrator)]
internal sealed class ActModel(AppDb db, TrailWords words) : PageModel
{
    private const int PageSize = 100;

    /// <summary>Rows from this number on.</summary>
    [BindProperty(SupportsGet = true, Name = "desde")]
    public int From { get; set; } = 1;

    internal TrailLine Line { get; private set; } = null!;

    internal IReadOnlyList<NamedRow> Rows { get; private set; } = [];

    internal int? Before => From > 1 ? Math.Max(1, From - PageSize) : null;

    internal int? After => From + PageSize <= Line.Row.Rows ? From + PageSize : null;

    public async Task OnGetAsync(long id, CancellationToken cancel)
    {
        var act = await TrailRow.Of(db, new TrailFilter(null, null, null, null, null)).Where(row => row.Id == id).OneAsync(cancel);
        Line = (await TrailLine.OfAsync([act], words, db, cancel))[0];
        var rows = await db.Database.SqlQuery<CarriedRow>($"""
            SELECT n AS "N", subject AS "Subject", detail AS "Detail" FROM app.audit_rows WHERE deed = {id} AND n >= {From} ORDER BY n LIMIT {PageSize}
            """).ToListAsync(cancel);
        var records = await TrailLine.RecordsAsync(rows.Select(row => row.Subject), words, db, cancel);
        Rows = [.. from row in rows
                   let record = records.GetValueOrDefault(row.Subject)
                   select new NamedRow(row, TrailLine.NameOf(row.Subject, words, record), record?.Href)];
    }

    /// <summary>One of the rows, as it was signed.</summary>
    internal sealed record CarriedRow(int N, string Subject, string Detail);

    /// <summary>The same with the name of what it speaks of, and its page where there is one.</summary>
    internal sealed record NamedRow(CarriedRow Signed, string Name, string? Href);
}
