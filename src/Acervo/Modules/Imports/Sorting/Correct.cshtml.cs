using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Text;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Imports.Sorting;

/// <summary>
/// Corrects what the sheet says in one row and, where a person asks for it, in all others that say the same there and do not go in. What was typed stays,
/// also when it is still refused.
/// </summary>
[Allow]
internal sealed class CorrectModel(AppDb db, ImportKinds kinds, Judging judging) : PageModel
{
    private const int Line = 100;

    /// <summary>The fields whose correction holds for all rows that say the same.</summary>
    [BindProperty(Name = "todas")]
    public List<string> ForAll { get; set; } = [];

    internal TableImport Import { get; private set; } = null!;

    internal ImportKind Kind { get; private set; } = null!;

    internal ImportRow Row { get; private set; } = null!;

    internal IReadOnlyList<CorrectField> Fields { get; private set; } = [];

    private SheetRecord Record => new(Row, Import.Mapping, Kind.Fields);

    private IEnumerable<TableField> Used => Kind.Fields.Where(one => Record.Says(one.Key));

    public async Task OnGetAsync(int id, long row, CancellationToken cancel)
    {
        await FindAsync(id, row, cancel);
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(int id, long row, CancellationToken cancel)
    {
        await FindAsync(id, row, cancel);
        if (Import.State != ImportState.Looked)
        {
            throw new RuleException("Las filas no se pueden corregir mientras se revisan ni después de incorporarlas. Espere a que termine la revisión o, "
                + "si ya se incorporaron, suba el archivo otra vez.");
        }

        foreach (var (field, typed) in Used.Where(field => Request.Form.ContainsKey($"campo-{field.Key}"))
            .Select(field => (field, Request.Form[$"campo-{field.Key}"].ToString().ReplaceLineEndings("\n").Trim())).ToList())
        {
            if (typed.Length > TableLimits.CellLetters)
            {
                ModelState.AddModelError($"campo-{field.Key}", "Es más de lo que cabe en una celda. Escriba menos.");
            }
            else if (typed != Record.Text(field.Key))
            {
                await CorrectAsync(field.Key, typed, cancel);
            }
        }

        if (ModelState.IsValid)
        {
            await judging.AgainAsync(Import, Kind, cancel);
            if (Import.State == ImportState.Judging)
            {
                return Redirect($"/importaciones/{id}"); // a long table is judged by a work
            }
        }

        foreach (var message in Row.Triage == Triage.Rejected ? Row.Messages : [])
        {
            ModelState.AddModelError("campos", message);
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(cancel);
            return Page();
        }

        TempData["Done"] = $"Se guardó la fila {Row.Number}: {ShowModel.WordsOf(Row, isOpen: true).ToLowerInvariant()}.";
        return Redirect($"/importaciones/{id}{(Row.Triage == Triage.Decision ? $"?estado=decision#fila-{Row.Number}" : "")}");
    }

    private async Task CorrectAsync(string field, string typed, CancellationToken cancel)
    {
        List<ImportRow> rows = ForAll.Contains(field, StringComparer.Ordinal) ? [Row, .. await EqualAsync(field, cancel)] : [Row];
        foreach (var one in rows)
        {
            var sheet = new SheetRecord(one, Import.Mapping, Kind.Fields).Cell(field) is { IsError: false } cell ? CsvCell.Unguard(cell.Text).Trim() : "";
            var corrected = new Dictionary<string, string>(one.Corrected, StringComparer.Ordinal) { [field] = typed };
            if (typed == sheet)
            {
                corrected.Remove(field);
            }

            one.Correct(corrected);
        }
    }

    /// <summary>The other rows that do not go in as they are and say the same here.</summary>
    private async Task<List<ImportRow>> EqualAsync(string field, CancellationToken cancel)
    {
        var said = Record.Text(field);
        var waiting = await db.ImportRows.In(Import).Where(row => row.Id != Row.Id && (row.Triage == Triage.Decision || row.Triage == Triage.Rejected))
            .ToListAsync(cancel);
        return waiting.FindAll(row => new SheetRecord(row, Import.Mapping, Kind.Fields).Text(field) == said);
    }

    private async Task FindAsync(int id, long row, CancellationToken cancel)
    {
        (Import, Kind) = await kinds.GetAsync(id, cancel);
        Row = await db.ImportRows.In(Import).Where(one => one.Id == row).OneAsync(cancel);
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        List<CorrectField> fields = [];
        foreach (var field in Used.ToList())
        {
            var posted = Request.HasFormContentType ? Request.Form[$"campo-{field.Key}"].ToString() : null;
            var value = posted ?? Record.Text(field.Key);
            var view = new FieldView($"campo-{field.Key}", field.Name, value.Length > Line || value.Contains('\n') ? FieldKind.LongText : FieldKind.Text)
            {
                Value = value,
                Required = field.IsRequired,
                Error = ModelState.GetValueOrDefault($"campo-{field.Key}")?.Errors.FirstOrDefault()?.ErrorMessage,
                Help = Row.Corrected.ContainsKey(field.Key) || Record.Cell(field.Key) is { IsError: true }
                    ? Record.Cell(field.Key) is { } cell ? $"En la hoja dice «{cell.Text}»." : "En la hoja está vacía." : null,
            };
            var equal = Record.Text(field.Key).Length > 0 ? (await EqualAsync(field.Key, cancel)).Count : 0;
            fields.Add(new CorrectField(field.Key, view, equal, ForAll.Contains(field.Key, StringComparer.Ordinal)));
        }

        Fields = fields;
    }
}

/// <summary>One cell to be corrected, and how many others say the same.</summary>
internal sealed record CorrectField(string Key, FieldView View, int Equal, bool IsForAll);
