using System.ComponentModel;
using Acervo.Platform.Calendar;
using Acervo.Platform.Tables.Imports;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Acervo.Modules.Imports.Keeping;

/// <summary>
/// Deletes, each night, the rows of imports whose term is over and lets go of their files, which go with the night's sweep of files; the line of each stays,
/// with its counts. Running it twice does no harm.
/// </summary>
[DisplayName("Borrar los archivos y filas de importaciones viejas")]
internal sealed class SweepImports(AppDb db, ImportSettings settings, TimeProvider clock) : IJob
{
    /// <summary>The count of those that went in.</summary>
    public const string Entered = "Entered";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var before = clock.Now().AddDays(-settings.KeepDays);
        foreach (var id in await db.Imports.Where(import => import.SweptAt == null && import.AskedAt < before).Select(import => import.Id)
            .ToListAsync(cancellationToken))
        {
            await SweepAsync(id, cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private async Task SweepAsync(int id, CancellationToken cancel)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await ImportWork.LockAsync(db, id, cancel);
        var import = await db.Imports.GetAsync(id, cancel);
        if (await db.IsAtWorkAsync(import, cancel))
        {
            return; // the next night finds it
        }

        var rows = db.ImportRows.Where(row => row.ImportId == id);
        var counts = await rows.Where(row => row.Triage != Triage.None && row.Applied == null).GroupBy(row => row.Triage)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key.ToString(), group => group.Count, cancel);
        counts[Entered] = await rows.CountAsync(row => row.Applied != null, cancel);
        await rows.ExecuteDeleteAsync(cancel);
        import.Sweep(counts, clock.Now());
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
    }
}
