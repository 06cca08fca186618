using Acervo.Platform.Audit;
using Acervo.Platform.Backups;
using Acervo.Platform.Files;
using Acervo.Platform.Mail;

namespace Acervo.Platform.Jobs;

/// <summary>The jobs that every installation has, whatever its modules.</summary>
internal static class PlatformJobs
{
    public static readonly IReadOnlyList<(Type Job, string Cron)> All =
    [
        (typeof(DeliverMail), "0 * * * * ?"),
        (typeof(VerifyAuditTrail), "0 30 2 * * ?"),
        (typeof(NightlyBackup), "0 15 2 * * ?"),
        (typeof(SweepFiles), "0 45 2 * * ?"),
        (typeof(SweepLetters), "0 50 2 * * ?"),
    ];
}
