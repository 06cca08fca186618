using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Acervo.Platform.Files;

/// <summary>
/// Deletes, each night, the stored files that no record names: an upload that was refused afterwards, an attachment that was taken away, a
/// clean copy of something that was not published. Running it twice does no harm.
/// </summary>
[DisplayName("Borrar los archivos que ningún registro usa")]
internal sealed class SweepFiles(AppDb db, TimeProvider clock) : IJob
{
    /// <summary>Whoever stores a file names it in the next step; a day is more than any step takes.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var before = clock.GetUtcNow().UtcDateTime - Grace;
        await db.Database.ExecuteSqlAsync($"SELECT app.sweep_files({before})", cancellationToken);
    }
}
