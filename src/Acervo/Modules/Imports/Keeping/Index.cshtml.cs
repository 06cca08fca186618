using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Imports.Keeping;

/// <summary>The imports that a person may see, with how each stands: of the old ones only this line is left.</summary>
[Allow]
internal sealed class IndexModel(AppDb db, ImportKinds kinds, ImportSettings settings, Me me) : PageModel
{
    private const int Most = 200;

    internal int KeepDays => settings.KeepDays;

    internal IReadOnlyList<ImportLine> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rows = db.ImportRows;
        var found = await (from import in db.Imports.AsNoTracking()
                           join person in db.People on import.PersonId equals person.Id
                           orderby import.Id descending
                           select new { import, person.Name, Entered = rows.Count(row => row.ImportId == import.Id && row.Applied != null) })
            .Take(Most).ToListAsync(cancel);
        Rows = [.. found.Where(one => kinds.Of(one.import.Kind) is { } kind && me.Has(kind.Role, Circle.Unit(one.import.UnitId)))
            .Select(one => new ImportLine(one.import, one.Name, one.Entered + one.import.Counts.GetValueOrDefault(SweepImports.Entered)))];
    }

    internal static string StateOf(TableImport import) => import.State switch
    {
        ImportState.Reading => "Sin leer",
        ImportState.Read => "Faltan sus columnas",
        ImportState.Judging => "En revisión",
        ImportState.Looked => "Sin incorporar",
        ImportState.Taken => "Incorporada",
        ImportState.Undoing => "Deshaciéndose",
        _ => "Deshecha",
    };
}

/// <summary>One import in the list.</summary>
internal sealed record ImportLine(TableImport Import, string Who, int Entered);
