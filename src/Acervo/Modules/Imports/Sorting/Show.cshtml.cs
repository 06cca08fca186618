using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Work;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Imports.Sorting;

/// <summary>The rows of an import with what is thought of each; while they go in, how far; afterwards, what became of them.</summary>
[Allow]
internal sealed class ShowModel(AppDb db, ImportKinds kinds, ImportSettings settings) : PageModel
{
    private const int PageSize = 100;

    private static readonly (Triage State, string Slug, string Words)[] Tabs =
    [
        (Triage.Accepted, "aceptadas", "Entran"), (Triage.Warning, "advertencia", "Con advertencia"), (Triage.Decision, "decision", "Por decidir"),
        (Triage.Rejected, "rechazadas", "No entran"), (Triage.Unchanged, "iguales", "Quedan igual"),
    ];

    [BindProperty(SupportsGet = true, Name = "estado")]
    public string? Filter { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    internal TableImport Import { get; private set; } = null!;

    internal ImportKind Kind { get; private set; } = null!;

    internal WorkItem? Work { get; private set; }

    internal IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    internal Dictionary<Triage, int> Counts { get; private set; } = [];

    /// <summary>How many rows wait for an answer to each question.</summary>
    internal Dictionary<string, int> Asked { get; private set; } = [];

    internal int ToEnter { get; private set; }

    internal int Entered { get; private set; }

    internal int LeftOut { get; private set; }

    internal bool IsOpen => Import.State == ImportState.Looked;

    internal DateTime KeptUntil => settings.EndOf(Import);

    internal IReadOnlyList<MenuItem> Views =>
    [
        new("Todas", Href(""), Counts.Values.Sum()), .. Tabs.Select(tab => new MenuItem(tab.Words, Href(tab.Slug), Counts.GetValueOrDefault(tab.State))),
    ];

    internal Pages Pages => new(Math.Max(1, Number), (Shown + PageSize - 1) / PageSize, page => $"?estado={Filter}&pagina={page}");

    private int Shown { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        (Import, Kind) = await kinds.GetAsync(id, cancel);
        Work = await db.Set<WorkItem>().AsNoTracking().FirstOrDefaultAsync(work => work.Id == Import.WorkId, cancel);
        // It may have ended between the two questions.
        await db.Entry(Import).ReloadAsync(cancel);
        if (Import.State == ImportState.Read && Import.SweptAt is null)
        {
            return Redirect($"/importaciones/{id}/columnas");
        }

        var rows = db.ImportRows.AsNoTracking().Of(id);
        Counts = await rows.Where(row => row.Triage != Triage.None).GroupBy(row => row.Triage)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        (ToEnter, LeftOut) = (await rows.ToEnter().CountAsync(cancel), await rows.LeftOut().CountAsync(cancel));
        Entered = await rows.CountAsync(row => row.Applied != null, cancel);
        Asked = await rows.Where(row => row.Question != null).GroupBy(row => row.Question!)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var state = Array.Find(Tabs, tab => tab.Slug == Filter).State;
        var found = rows.Where(row => state == Triage.None ? row.Triage != Triage.None : row.Triage == state);
        Shown = await found.CountAsync(cancel);
        Rows = await found.Skip(Pages.Skipped(Number, PageSize)).Take(PageSize).ToListAsync(cancel);
        return Page();
    }

    internal static string WordsOf(ImportRow row, bool isOpen) => row switch
    {
        { Applied: not null } => "Entró",
        { Triage: Triage.Decision, Taken: true } => "Entra, por decisión",
        { Triage: Triage.Decision, Taken: false } => "Se deja fuera",
        { Triage: Triage.Decision } when !isOpen => "Quedó sin decidir",
        _ => Array.Find(Tabs, tab => tab.State == row.Triage).Words.Replace("Entran", "Entra", StringComparison.Ordinal)
            .Replace("No entran", "No entra", StringComparison.Ordinal).Replace("Quedan", "Queda", StringComparison.Ordinal),
    };

    /// <summary>What the row says, field by field, and what there was where that differs.</summary>
    internal IEnumerable<(string Label, string Was, string Became)> Differences(ImportRow row) => Kind.Fields
        .Select(field => (field.Name, Was: row.Was.GetValueOrDefault(field.Key, ""), Became: row.Became.GetValueOrDefault(field.Key, "")))
        .Where(field => field.Was != field.Became);

    /// <summary>What a person typed in place of what the sheet says.</summary>
    internal IEnumerable<string> Corrections(ImportRow row)
    {
        var record = new SheetRecord(row, Import.Mapping, Kind.Fields);
        return Kind.Fields.Where(field => row.Corrected.ContainsKey(field.Key))
            .Select(field => $"Corregido a mano: en la hoja, la celda de «{field.Name}» "
                + (record.Cell(field.Key) is { } cell ? $"dice «{cell.Text}»." : "está vacía."));
    }

    /// <summary>How the rows ended, once they are gone.</summary>
    internal IEnumerable<(string Words, int Count)> Kept => Import.Counts.Select(pair =>
        (Array.Find(Tabs, tab => tab.State.ToString() == pair.Key).Words ?? "Entraron", pair.Value));

    private string Href(string slug) => slug.Length == 0 ? $"/importaciones/{Import.Id}" : $"/importaciones/{Import.Id}?estado={slug}";
}
