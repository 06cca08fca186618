using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Tables.Imports;

/// <summary>Judges the rows of an import, some hundreds in each transaction: at once where there are no more, as a work else. Nothing goes in by it.</summary>
public sealed class Judging(AppDb db, MappingShelf shelf, ImportWork work)
{
    public const int Most = 500;

    private const string Nothing = "{}";

    /// <summary>Takes what the person says of the columns, remembers it under a name, and judges the rows below the heading.</summary>
    public async Task BeginAsync(TableImport import, ImportKind kind, Heading heading, IReadOnlyDictionary<int, string> mapping, string name,
        CancellationToken cancel)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await CheckIdleAsync(import, cancel);
        import.Understand(heading, mapping, await shelf.RememberAsync(import, heading, mapping, name, cancel));
        await JudgeAsync(import, kind, cancel);
        await whole.CommitAsync(cancel);
        work.Ring();
    }

    /// <summary>Judges anew once something was corrected: other rows may depend on it. What was decided stays where the question is the same.</summary>
    public async Task AgainAsync(TableImport import, ImportKind kind, CancellationToken cancel)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await CheckIdleAsync(import, cancel);
        import.LookAgain();
        await JudgeAsync(import, kind, cancel);
        await whole.CommitAsync(cancel);
        work.Ring();
    }

    /// <summary>Judges the next rows behind this one, in the transaction of the caller.</summary>
    public async Task<Slice> SliceAsync(TableImport import, ImportKind kind, long after, CancellationToken cancel)
    {
        if (after == 0)
        {
            await ForgetOthersAsync(import, cancel);
        }

        var rows = await db.ImportRows.In(import).Where(row => row.Id > after).Take(Most).ToListAsync(cancel);
        var before = after == 0 ? [] : await db.ImportRows.AsNoTracking().In(import).Where(row => row.Id <= after).ToListAsync(cancel);
        var said = rows.ConvertAll(row => (Row: row, row.Question, row.Taken));
        var heading = await HeadingOfAsync(import, cancel);
        List<SheetRecord> records = [];
        foreach (var row in rows)
        {
            row.Judge(new Verdict(Triage.None, []));
            if (!SheetTable.Repeats(row, heading))
            {
                records.Add(new SheetRecord(row, import.Mapping, kind.Fields));
            }
        }

        await kind.JudgeAsync(import, records, before, cancel);
        records.ForEach(record => record.Ask());
        said.ForEach(one => one.Row.Keep(one.Question, one.Taken));
        var isOver = rows.Count < Most;
        if (isOver)
        {
            import.Judged();
        }

        await db.SaveChangesAsync(cancel);
        return new Slice(rows.Count == 0 ? after : rows[^1].Id, rows.Count, isOver);
    }

    private async Task JudgeAsync(TableImport import, ImportKind kind, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var count = await db.ImportRows.In(import).CountAsync(cancel);
        if (count > kind.MostRows)
        {
            throw new RuleException($"La tabla tiene {Ui.Spanish.Number(count)} filas y se incorporan hasta {Ui.Spanish.Number(kind.MostRows)}. Divídala.");
        }

        if (count < Most)
        {
            await SliceAsync(import, kind, 0, cancel);
            return;
        }

        import.Wait(await work.AddAsync(import, JudgeRows.Kind, "Revisar", count, cancel));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Rows outside the table, which an earlier choice may have judged.</summary>
    private Task ForgetOthersAsync(TableImport import, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        UPDATE app.import_rows SET triage = 'None', messages = '[]', was = {Nothing}::jsonb, became = {Nothing}::jsonb, subject = NULL, seen = NULL,
            taken = NULL, question = NULL
        WHERE import_id = {import.Id} AND triage <> 'None'
          AND NOT (sheet = {import.Sheet} AND number > {import.HeaderRow} AND number <= {import.EndRow})
        """, cancel);

    private async Task<Heading> HeadingOfAsync(TableImport import, CancellationToken cancel) => Heading.At(
        await db.ImportRows.AsNoTracking().Of(import.Id).Where(row => row.Sheet == import.Sheet && row.Number <= import.HeaderRow).ToListAsync(cancel),
        import.Sheet, import.HeaderRow);

    private async Task CheckIdleAsync(TableImport import, CancellationToken cancel)
    {
        if (import.State == ImportState.Judging && await db.IsAtWorkAsync(import, cancel))
        {
            throw new RuleException("Las filas todavía se están revisando. Espere a que termine, o detenga ese trabajo.");
        }
    }
}
