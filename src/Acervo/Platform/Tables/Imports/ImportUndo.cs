using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Calendar;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Tables.Imports;

/// <summary>Takes back a whole import in one act, unless something of it changed since.</summary>
public sealed class ImportUndo(AppDb db, Me me, TimeProvider clock)
{
    public async Task<int> UndoAsync(TableImport import, ImportKind kind, CancellationToken cancel)
    {
        if (await db.Set<WorkItem>().AnyAsync(work => work.Id == import.WorkId && (work.State == WorkState.Waiting || work.State == WorkState.Running), cancel))
        {
            throw new RuleException("La tabla todavía se está incorporando. Detenga ese trabajo, o espere a que termine, y deshágala después.");
        }

        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        import.Undo(clock.Now());
        // The import first: its revision keeps another undo, or a work that goes on, from doing half of this.
        await db.SaveChangesAsync(cancel);
        var rows = await db.ImportRows.AsNoTracking().Of(import.Id).Where(row => row.Applied != null).ToListAsync(cancel);
        await kind.LeaveAsync(import, rows, me.Id, cancel);
        await SaveAsync(import, rows.Count, cancel);
        await kind.SettleAsync(import, cancel);
        await whole.CommitAsync(cancel);
        return rows.Count;
    }

    private async Task SaveAsync(TableImport import, int count, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsOneAsync(new Deed("import.undone", import.Subject, me.Id, $"{import.Title}: {count} filas"), cancel);
        }
        catch (DbUpdateException used) when (used.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.ForeignKeyViolation })
        {
            throw new RuleException("No se deshizo: algo de lo que esta importación agregó ya se usa en otra parte. Corríjalo a mano.", used);
        }
    }
}
