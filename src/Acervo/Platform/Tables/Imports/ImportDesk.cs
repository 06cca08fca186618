using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Documents;
using Acervo.Platform.Files;
using Acervo.Platform.Http.Bodies;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Tables.Imports;

/// <summary>Takes a sheet that was sent and hands it to the work that reads it; makes an import of another table of the same file.</summary>
public sealed class ImportDesk(AppDb db, FileStore files, MappingShelf shelf, ImportWork work, Me me, TimeProvider clock)
{
    private const string Nothing = "{}";

    /// <summary>Keeps the file; its rows come a moment later.</summary>
    public async Task<TableImport> TakeAsync(SentFile file, string kindName, string scope, string title, int? unit, CancellationToken cancel)
    {
        await using var bytes = file.OpenReadStream();
        await files.SaveAsync(bytes, file.Sha256, "application/octet-stream", cancel);
        var import = new TableImport
        {
            Kind = kindName,
            Scope = scope,
            Title = title,
            PersonId = me.Id,
            UnitId = unit,
            Sha256 = file.Sha256,
            Name = SentName.Clean(file.FileName),
            AskedAt = clock.Now(),
        };
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        db.Add(import);
        await db.SaveChangesAsync(cancel);
        import.Wait(await work.AddAsync(import, ReadSheet.Kind, "Leer", 1, cancel));
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        work.Ring();
        return import;
    }

    /// <summary>An import of its own for another table of the file, with the rows that were read.</summary>
    public async Task<TableImport> TakeOtherAsync(TableImport from, ImportKind kind, string sheet, int row, CancellationToken cancel)
    {
        var table = from.Others.FirstOrDefault(other => other.Sheet == sheet && other.Row == row && row > 0);
        if (table is null || from.SweptAt is not null)
        {
            throw new RuleException("Esa tabla ya no está entre las del archivo. Suba el archivo otra vez.");
        }

        var import = new TableImport
        {
            Kind = from.Kind,
            Scope = from.Scope,
            Title = from.Title,
            PersonId = me.Id,
            UnitId = from.UnitId,
            Sha256 = from.Sha256,
            Name = from.Name,
            AskedAt = clock.Now(),
        };
        var above = await db.ImportRows.AsNoTracking().Of(from.Id).Where(one => one.Sheet == sheet && one.Number <= row).ToListAsync(cancel);
        var (mapping, saved) = await shelf.ProposeAsync(from, kind, Heading.At(above, sheet, row), cancel);
        import.Read(from.Notes, from.Tables, table, mapping, saved?.Id);
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        db.Add(import);
        await db.SaveChangesAsync(cancel);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO app.import_rows (import_id, sheet, number, hidden, cells, corrected, triage, messages, was, became)
            SELECT {import.Id}, sheet, number, hidden, cells, {Nothing}::jsonb, 'None', '[]', {Nothing}::jsonb, {Nothing}::jsonb
            FROM app.import_rows WHERE import_id = {from.Id} ORDER BY id
            """, cancel);
        await whole.CommitAsync(cancel);
        return import;
    }
}
