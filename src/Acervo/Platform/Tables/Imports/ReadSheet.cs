using System.Text.Json;
using Acervo.Platform.Files;
using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Tables.Imports;

/// <summary>
/// The work that reads a sheet: all of it in one slice, for a file may be damaged at its end. Nothing is written before the last row has come.
/// </summary>
internal sealed class ReadSheet(AppDb db, FileStore files, SheetReader sheets, MappingShelf shelf, IServiceProvider services) : Worker
{
    public const string Kind = "import-read";

    /// <summary>All sheets of a file together, of which one table is brought in.</summary>
    private const int MostSheets = 4;

    /// <summary>What is held in memory until the last row has come.</summary>
    private const int MostCells = 500_000;

    private const int MostLetters = 16_000_000;

    private readonly List<string> notes = [];
    private List<ImportRow> rows = [];

    public override async Task PrepareAsync(WorkItem work, Func<int, int, Task> tell, CancellationToken cancel)
    {
        var import = await GetAsync(work, cancel);
        if (import.State == ImportState.Reading && import.SweptAt is null)
        {
            rows = await RowsAsync(import, services.GetRequiredKeyedService<ImportKind>(import.Kind), cancel);
        }
    }

    public override async Task<Slice> WorkAsync(WorkItem work, CancellationToken cancel)
    {
        var import = await GetAsync(work, cancel);
        if (import.State != ImportState.Reading || import.SweptAt is not null)
        {
            return new Slice(0, 0, true);
        }

        import = await ImportWork.HoldAsync(db, services, work, ImportState.Reading, cancel);
        var kind = services.GetRequiredKeyedService<ImportKind>(import.Kind);
        var tables = SheetTable.All(rows, kind.Fields);
        var best = tables.Where(table => table.Row > 0).MaxBy(table => table.Fields)
            ?? throw new RuleException("En el archivo no hay una tabla: hace falta una fila con los nombres de las columnas y, debajo, los datos.");
        var (mapping, saved) = await shelf.ProposeAsync(import, kind, Heading.At(rows, best.Sheet, best.Row), cancel);
        import.Read(notes, tables, best, mapping, saved?.Id);
        db.AddRange(rows);
        await db.SaveChangesAsync(cancel);
        return new Slice(rows[^1].Id, 1, true);
    }

    /// <summary>As it is at this moment; what is changed is held first.</summary>
    private Task<TableImport> GetAsync(WorkItem work, CancellationToken cancel)
    {
        var id = JsonSerializer.Deserialize<int>(work.Payload);
        return db.Imports.AsNoTracking().FirstAsync(import => import.Id == id, cancel);
    }

    private async Task<List<ImportRow>> RowsAsync(TableImport import, ImportKind kind, CancellationToken cancel)
    {
        List<ImportRow> read = [];
        var (cells, letters) = (0, 0L);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        await using var bytes = await files.OpenAsync(import.Sha256!, cancel);
        try
        {
            await foreach (var row in sheets.ReadAsync(bytes, notes.Add, cancel))
            {
                read.Add(new ImportRow { ImportId = import.Id, Sheet = row.Sheet, Number = row.Number, Hidden = row.Hidden, Cells = row.Cells });
                counts[row.Sheet] = counts.GetValueOrDefault(row.Sheet) + 1;
                Check(kind, row.Sheet, counts[row.Sheet], read.Count);
                (cells, letters) = (cells + row.Cells.Count, letters + row.Weight);
                _ = cells <= MostCells && letters <= MostLetters ? true
                    : throw new RuleException("El archivo tiene más celdas o más texto de lo que se puede incorporar de una vez. Quite las columnas y hojas "
                        + "que no hagan falta, o divídalo.");
            }
        }
        catch (TableException no)
        {
            throw new RuleException(no.Message, no); // what ends a work with its sentence
        }

        return read;
    }

    /// <summary>Titles and notes stand around the rows of a table.</summary>
    private static void Check(ImportKind kind, string sheet, int count, int all)
    {
        if (count > kind.MostRows + 100)
        {
            throw new RuleException($"{(sheet.Length > 0 ? $"La hoja «{sheet}»" : "El archivo")} tiene más de {Ui.Spanish.Number(kind.MostRows)} filas. "
                + "Divida la tabla, o quite lo que no haga falta, y súbala otra vez.");
        }

        if (all > kind.MostRows * MostSheets)
        {
            throw new RuleException($"El archivo tiene más de {Ui.Spanish.Number(kind.MostRows * MostSheets)} filas en sus hojas. Quite las que no hagan "
                + "falta y súbalo otra vez.");
        }
    }
}
