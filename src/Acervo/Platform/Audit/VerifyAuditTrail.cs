using System.ComponentModel;
using Quartz;

namespace Acervo.Platform.Audit;

/// <summary>Every night: reads the whole trail and tells the administrators when it was tampered with.</summary>
[DisplayName("Verificar la bitácora de auditoría")]
[DisallowConcurrentExecution]
public sealed class VerifyAuditTrail(AuditGuard guard, ILogger<VerifyAuditTrail> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var check = await guard.CheckAsync(cancellationToken);
        if (!check.Intact)
        {
            log.LogCritical("The audit trail is broken after row {Seq}.", check.LastSeq);
        }
    }
}
