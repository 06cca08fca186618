using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Backups;
using Acervo.Platform.Calendar;
using Acervo.Platform.Health;
using Acervo.Platform.Jobs;
using Acervo.Platform.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Overview;

/// <summary>How the installation is, and what somebody should look at.</summary>
[Allow(Role.Administrator)]
internal sealed class IndexModel(
    AppDb db, DataFolder folder, JobBoard jobs, MailSettings mail, IConfiguration configuration, TimeProvider clock) : PageModel
{
    private const long LeastFree = 2L * 1024 * 1024 * 1024;

    internal SystemFacts Facts { get; private set; } = null!;

    internal BackupRecord? Backup { get; private set; }

    internal AuditCheck? Check { get; private set; }

    internal List<string> Warnings { get; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Facts = await SystemFacts.ReadAsync(db, folder, cancel);
        Backup = BackupRecord.Read(folder);
        Check = await db.Set<AuditCheck>().AsNoTracking().OrderByDescending(check => check.Id).FirstOrDefaultAsync(cancel);
        var oldest = clock.Now().AddDays(-configuration.GetValue("Backup:MaxAgeDays", 2));
        Warn(Check is { Intact: false }, "La bitácora de auditoría no pasó la última verificación.");
        Warn(Backup is null || Backup.MadeAt < oldest, "No hay un respaldo reciente. Hágalo con: acervo backup");
        Warn(Facts.DiskFree < LeastFree, "Queda poco espacio en disco.");
        Warn(!mail.HasServer, "No hay servidor de correo: los correos se guardan y se leen en «Correos».");
        foreach (var job in (await jobs.ListAsync(cancel)).Where(job => job.HasFailed))
        {
            Warnings.Add($"El trabajo «{job.Words}» falló la última vez.");
        }
    }

    private void Warn(bool isSo, string sentence)
    {
        if (isSo)
        {
            Warnings.Add(sentence);
        }
    }
}
