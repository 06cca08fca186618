using Acervo.Platform.Audit;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Tables.Imports;

/// <summary>The work of an import: takes its rows in, some hundreds in each transaction, each of which leaves one deed with its rows under it.</summary>
internal sealed class EnterRows(AppDb db, IServiceProvider services) : Worker
{
    public const string Kind = "import";

    private const int Most = 250;

    public override async Task<Slice> WorkAsync(WorkItem work, CancellationToken cancel)
    {
        var import = await ImportWork.HoldAsync(db, services, work, ImportState.Taken, cancel);
        var kind = services.GetRequiredKeyedService<ImportKind>(import.Kind);
        var rows = await db.ImportRows.Of(import.Id).ToEnter().Where(row => row.Id > work.LastRow).Take(Most).ToListAsync(cancel);
        if (rows.Count > 0)
        {
            var entered = await kind.EnterAsync(import, rows, cancel);
            var of = rows.Count == 1 ? $"fila {rows[0].Number}" : $"filas {rows[0].Number} a {rows[^1].Number}";
            await db.SaveAsOneAsync(new Deed("import.entered", import.Subject, work.PersonId, $"{import.Title}: {of}"), cancel);
            foreach (var one in entered)
            {
                one.Row.Enter(one.Subject(), one.Revision());
            }

            await db.SaveChangesAsync(cancel);
            await kind.SettleAsync(import, cancel);
        }

        return new Slice(rows.Count == 0 ? work.LastRow : rows[^1].Id, rows.Count, rows.Count < Most);
    }
}
