using System.ComponentModel;
using Quartz;

namespace Acervo.Platform.Mail;

/// <summary>Every night: forgets the texts of old letters; that they were sent, to whom and when, stays.</summary>
[DisplayName("Borrar los textos de correos viejos")]
[DisallowConcurrentExecution]
public sealed class SweepLetters(OutboxShelf shelf) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await shelf.SweepAsync(cancellationToken);
}
