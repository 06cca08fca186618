using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;
using Acervo.Platform.Calendar;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Acervo.Platform.Backups;

/// <summary>
/// Every night, and when somebody asks for it: the whole installation in one file of the backup folder, of which the last ones are kept. Where there is no
/// room for it the old ones stay and the run fails with why.
/// </summary>
[DisplayName(Words)]
[DisallowConcurrentExecution]
internal sealed partial class NightlyBackup(AppDb db, DatabaseConnections connections, DataFolder folder, BackupSettings settings, TimeProvider clock) : IJob
{
    public const string Words = "Hacer un respaldo de la instalación";

    private const string Begins = "acervo-";
    private const string Ends = ".zip";

    /// <summary>What the database and whatever else is on the disk must be left.</summary>
    private const long Spare = 512L * 1024 * 1024;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await MakeAsync(cancellationToken);

    /// <returns>The file.</returns>
    public async Task<string> MakeAsync(CancellationToken cancel)
    {
        var home = settings.FolderIn(folder);
        Directory.CreateDirectory(home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Sweep(home, clock.Now().AddDays(-1));
        // The dump is smaller than the database, for it is compressed.
        var needed = await db.Database.SqlQuery<long>($"""SELECT pg_database_size(current_database()) AS "Value" """).SingleAsync(cancel) + Spare;
        if (new DriveInfo(home).AvailableFreeSpace < needed)
        {
            throw new RuleException("No hay espacio en disco para el respaldo. Libere espacio o indique otra carpeta en «Backup:Folder».");
        }

        var name = Begins + clock.Now().ToBogota().ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture) + Ends;
        await new BackupWriter(connections, folder, clock).WriteAsync(Path.Combine(home, name), null, cancel);
        foreach (var old in Directory.GetFiles(home).Where(file => Made().IsMatch(Path.GetFileName(file)))
            .OrderByDescending(Path.GetFileName, StringComparer.Ordinal).Skip(settings.Keep))
        {
            File.Delete(old);
        }

        return Path.Combine(home, name);
    }

    /// <summary>What a run left that was killed; one that is at work now is younger than a day.</summary>
    private static void Sweep(string home, DateTime before)
    {
        foreach (var left in Directory.GetFiles(home, $"{Begins}*{BackupWriter.Partial}")
            .Where(file => File.GetLastWriteTimeUtc(file) < before))
        {
            File.Delete(left);
        }
    }

    /// <summary>Its own files: what somebody put beside them by hand is nobody's to delete.</summary>
    [GeneratedRegex(@"^acervo-\d{4}-\d{2}-\d{2}-\d{4}\.zip$", RegexOptions.NonBacktracking)]
    private static partial Regex Made();
}
