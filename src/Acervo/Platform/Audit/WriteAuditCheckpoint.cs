using System.ComponentModel;
using Quartz;

namespace Acervo.Platform.Audit;

/// <summary>Every minute: signs how far the trail has come, outside the database.</summary>
[DisplayName("Anotar el punto de control de la bitácora")]
[DisallowConcurrentExecution]
public sealed class WriteAuditCheckpoint(AuditCheckpoints checkpoints) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await checkpoints.WriteAsync(cancellationToken);
}
