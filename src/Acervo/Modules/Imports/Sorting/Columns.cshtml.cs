using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Tables.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Imports.Sorting;

/// <summary>Which column is what: proposed, with samples; changed by a person; remembered for the next sheet with the same headings.</summary>
[Allow]
internal sealed class ColumnsModel(AppDb db, ImportKinds kinds, Judging judging, MappingShelf shelf) : PageModel
{
    private const int Samples = 3;

    /// <summary>Another row, or another sheet, for the headings.</summary>
    [BindProperty(SupportsGet = true, Name = "hoja")]
    public string? Sheet { get; set; }

    [BindProperty(SupportsGet = true, Name = "fila")]
    public int? Row { get; set; }

    /// <summary>Under which name they are remembered.</summary>
    [BindProperty(Name = "Name")]
    [Required(ErrorMessage = "Escriba un nombre para estas columnas.")]
    [StringLength(SavedMapping.LongestName, ErrorMessage = "El nombre puede tener hasta 120 caracteres.")]
    public string? Name { get; set; }

    internal TableImport Import { get; private set; } = null!;

    internal ImportKind Kind { get; private set; } = null!;

    internal Heading Heading { get; private set; } = null!;

    internal IReadOnlyDictionary<int, string> Mapping { get; private set; } = new Dictionary<int, string>();

    /// <summary>The saved columns that are proposed; null when they are proposed by their names.</summary>
    internal SavedMapping? Saved { get; private set; }

    internal IReadOnlyList<string> Sheets { get; private set; } = [];

    internal IReadOnlyList<ImportRow> Below { get; private set; } = [];

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        await FindAsync(id, cancel);
        (Mapping, Saved) = await shelf.ProposeAsync(Import, Kind, Heading, cancel);
        Mapping = Heading.Sheet == Import.Sheet && Heading.Row == Import.HeaderRow ? Import.Mapping : Mapping;
        Name = Saved?.Name ?? Path.GetFileNameWithoutExtension(Import.Name);
        Name = Name[..Math.Min(Name.Length, SavedMapping.LongestName)];
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await FindAsync(id, cancel);
        var chosen = Heading.Words.Keys.Select(column => (Column: column, Field: Request.Form[$"columna-{column}"].ToString()))
            .Where(pair => Kind.Fields.Any(field => field.Key == pair.Field)).ToList();
        Mapping = chosen.ToDictionary(pair => pair.Column, pair => pair.Field);
        foreach (var twice in chosen.GroupBy(pair => pair.Field).Where(group => group.Count() > 1))
        {
            ModelState.AddModelError($"columna-{twice.Last().Column}", $"«{NameOf(twice.Key)}» está en dos columnas. Deje una sola.");
        }

        foreach (var missing in Kind.Fields.Where(field => field.IsRequired && !chosen.Exists(pair => pair.Field == field.Key)))
        {
            ModelState.AddModelError("columnas", $"Diga qué columna es «{missing.Name}»: sin ella no se puede incorporar ninguna fila.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await judging.BeginAsync(Import, Kind, Heading, Mapping, Name!.Trim(), cancel);
        return Redirect($"/importaciones/{id}");
    }

    internal string SamplesOf(int column) => string.Join(" · ", Below.Select(row => row.Cells.ElementAtOrDefault(column)?.Text)
        .Where(text => text is not null).Take(Samples).Select(text => text!.Length > 60 ? text[..60] + "…" : text));

    internal bool IsChosen(SheetTable table) => table.Sheet == Heading.Sheet && table.Row == Heading.Row;

    internal string NoteOf(SheetTable table) => table switch
    {
        { Row: 0 } => ", sin nombres de columnas",
        _ when IsChosen(table) => ". Es la que se incorpora ahora",
        _ => "",
    };

    internal static string Letters(int column) => TableRow.Letters(column);

    private string NameOf(string field) => Kind.Fields.First(one => one.Key == field).Name;

    private async Task FindAsync(int id, CancellationToken cancel)
    {
        (Import, Kind) = await kinds.GetAsync(id, cancel);
        if (Import.State is not (ImportState.Read or ImportState.Judging or ImportState.Looked) || Import.SweptAt is not null)
        {
            throw new RuleException("Esta tabla ya se incorporó, o no se ha leído: sus columnas no cambian. Suba el archivo otra vez.");
        }

        var rows = await db.ImportRows.AsNoTracking().Of(id).ToListAsync(cancel);
        Sheets = [.. rows.Select(row => row.Sheet).Distinct(StringComparer.Ordinal)];
        var sheet = Sheet ?? Import.Sheet;
        var first = rows.FirstOrDefault(row => row.Sheet == sheet)?.Number ?? 1;
        Heading = Heading.At(rows, sheet, Row ?? (sheet == Import.Sheet ? Import.HeaderRow : first));
        Below = [.. rows.Where(row => row.Sheet == sheet && row.Number > Heading.Row && row.Number <= Import.EndOf(Heading)).Take(20)];
    }
}
