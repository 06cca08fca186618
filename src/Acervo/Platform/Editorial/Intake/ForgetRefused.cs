using System.ComponentModel;
using Acervo.Platform.Calendar;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Acervo.Platform.Editorial.Intake;

/// <summary>
/// Deletes, each night, the documents that could not be read: nobody knows what they say, so nobody has a reason to keep them. The file goes
/// with the night's sweep of files, and so do works that read what is nowhere any more. Running it twice does no harm.
/// </summary>
[DisplayName("Olvidar los documentos que no se pudieron leer")]
internal sealed class ForgetRefused(AppDb db, TimeProvider clock) : IJob
{
    /// <summary>Time enough for the person to see why, and to copy a pasted text back.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var before = clock.Now() - Kept;
        await db.Set<DocumentReading>()
            .Where(reading => (reading.Work!.State == WorkState.Refused || reading.Work.State == WorkState.Cancelled) && reading.AskedAt < before)
            .ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            DELETE FROM app.work w WHERE kind = {ReadDocument.Kind} AND ended_at < {before} AND NOT EXISTS (SELECT FROM app.readings r WHERE r.work_id = w.id)
            """, cancellationToken);
    }
}
