using Acervo.Platform.Audit;
using Acervo.Platform.Calendar;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Tables.Imports;

/// <summary>
/// The work that takes an import back, from its last row to its first, some hundreds in each transaction. What changed since it was asked for stays, and
/// its row says why.
/// </summary>
internal sealed class LeaveRows(AppDb db, IServiceProvider services, TimeProvider clock) : Worker
{
    public const string Kind = "import-undo";

    private const int Most = 250;

    public override async Task<Slice> WorkAsync(WorkItem work, CancellationToken cancel)
    {
        var import = await ImportWork.HoldAsync(db, services, work, ImportState.Undoing, cancel);
        var kind = services.GetRequiredKeyedService<ImportKind>(import.Kind);
        var rows = await db.ImportRows.Where(row => row.ImportId == import.Id && row.Applied != null && (work.LastRow == 0 || row.Id < work.LastRow))
            .OrderByDescending(row => row.Id).Take(Most).Select(row => row.Id).ToArrayAsync(cancel);
        await LeaveAsync(import.Id, kind, rows, work.PersonId, cancel);
        import = await db.Imports.GetAsync(import.Id, cancel);
        if (rows.Length > 0)
        {
            await kind.SettleAsync(import, cancel);
        }

        if (rows.Length < Most)
        {
            import.Undo(clock.Now());
            await db.SaveChangesAsync(cancel);
        }

        return new Slice(rows.Length == 0 ? work.LastRow : rows[^1], rows.Length, rows.Length < Most);
    }

    private async Task LeaveAsync(int id, ImportKind kind, long[] ids, int by, CancellationToken cancel)
    {
        var import = await db.Imports.GetAsync(id, cancel);
        var rows = await db.ImportRows.Where(row => ids.Contains(row.Id)).OrderByDescending(row => row.Id).ToListAsync(cancel);
        var changed = await kind.ChangedAsync(import, rows, cancel);
        rows.FindAll(row => changed.ContainsKey(row.Id)).ForEach(row => row.Stay($"No se deshizo: {changed[row.Id]}"));
        rows.RemoveAll(row => changed.ContainsKey(row.Id));
        await kind.LeaveAsync(import, rows, by, cancel);
        rows.ForEach(row => row.Leave());
        try
        {
            await SaveAsync(import, rows, by, cancel);
        }
        catch (DbUpdateException used) when (used.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.ForeignKeyViolation })
        {
            // One of them is used elsewhere. Nothing of this was saved; by halves it is found, and stays alone.
            db.ChangeTracker.Clear();
            await (ids.Length == 1 ? StayAsync(ids[0], cancel) : ByHalvesAsync());
        }

        async Task ByHalvesAsync()
        {
            await LeaveAsync(id, kind, ids[..(ids.Length / 2)], by, cancel);
            await LeaveAsync(id, kind, ids[(ids.Length / 2)..], by, cancel);
        }
    }

    private Task SaveAsync(TableImport import, List<ImportRow> rows, int by, CancellationToken cancel)
    {
        var of = rows.Count == 0 ? "" : rows.Count == 1 ? $"fila {rows[0].Number}" : $"filas {rows[^1].Number} a {rows[0].Number}";
        return rows.Count == 0 ? db.SaveChangesAsync(cancel)
            : db.SaveAsOneAsync(new Deed("import.undone", import.Subject, by, $"{import.Title}: {of}"), cancel);
    }

    private async Task StayAsync(long id, CancellationToken cancel)
    {
        (await db.ImportRows.Where(row => row.Id == id).OneAsync(cancel)).Stay("No se deshizo: ya se usa en otra parte. Corríjalo a mano.");
        await db.SaveChangesAsync(cancel);
    }
}
