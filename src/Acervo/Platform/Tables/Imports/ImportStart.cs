using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Tables.Imports;

/// <summary>What a person asks for once the rows were looked at: that they go in, and later that they are taken back.</summary>
public sealed class ImportStart(AppDb db, ImportWork work)
{
    private const int Slice = 500;

    /// <param name="import">The import.</param>
    /// <param name="seen">How many rows the page offered to take in.</param>
    /// <param name="revision">The revision of the import that the page showed.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task BeginAsync(TableImport import, int seen, int revision, CancellationToken cancel)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await ImportWork.LockAsync(db, import.Id, cancel);
        var count = await db.ImportRows.Of(import.Id).ToEnter().CountAsync(cancel);
        if (count == 0)
        {
            throw new RuleException("Ninguna fila cambia nada: no hay qué incorporar.");
        }

        if (count != seen || revision != import.Revision)
        {
            throw new RuleException("Las filas cambiaron desde que abrió la página: ya no son las que usted vio. Ábrala otra vez, mírelas y después "
                + "incorpórelas.");
        }

        import.Begin(await work.AddAsync(import, EnterRows.Kind, "Incorporar", count, cancel));
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        work.Ring();
    }

    /// <summary>Takes it back as a whole, or not at all where something of it is another by now.</summary>
    public async Task UndoAsync(TableImport import, ImportKind kind, CancellationToken cancel)
    {
        if (import.State is ImportState.Taken or ImportState.Undoing && await db.IsAtWorkAsync(import, cancel))
        {
            throw new RuleException(import.State == ImportState.Undoing ? "Esta importación ya se está deshaciendo. Espere a que termine."
                : "La tabla todavía se está incorporando. Detenga ese trabajo, o espere a que termine, y deshágala después.");
        }

        var count = import.SweptAt is null ? await CheckAsync(import, kind, cancel)
            : throw new RuleException("De esta importación ya no se guardan las filas: no se puede deshacer. Corrija a mano lo que haga falta.");
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        import.Return(await work.AddAsync(import, LeaveRows.Kind, "Deshacer", count, cancel));
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        work.Ring();
    }

    private async Task<int> CheckAsync(TableImport import, ImportKind kind, CancellationToken cancel)
    {
        var (count, after) = (0, 0L);
        while (true)
        {
            var rows = await db.ImportRows.AsNoTracking().Of(import.Id).Where(row => row.Applied != null && row.Id > after).Take(Slice).ToListAsync(cancel);
            if ((await kind.ChangedAsync(import, rows, cancel)).Values.FirstOrDefault() is { } changed)
            {
                throw new RuleException($"No se deshizo nada: {changed} Corrija a mano lo que haga falta.");
            }

            count += rows.Count;
            if (rows.Count < Slice)
            {
                return count;
            }

            after = rows[^1].Id;
        }
    }
}
