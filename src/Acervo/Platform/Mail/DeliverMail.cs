using System.ComponentModel;
using Quartz;

namespace Acervo.Platform.Mail;

/// <summary>Every minute: sends what waits and what is due for another try.</summary>
[DisplayName("Enviar los correos que esperan")]
[DisallowConcurrentExecution]
public sealed class DeliverMail(Postman postman) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await postman.DeliverAsync(cancellationToken);
}
