using System.ComponentModel;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial.Review;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Acervo.Platform.Editorial.Publishing;

/// <summary>
/// Every minute: publishes what is due, in the name of who scheduled it. What cannot be published goes back to approved, and that person is told.
/// </summary>
[DisplayName("Publicar lo programado")]
[DisallowConcurrentExecution]
public sealed class PublishScheduled(AppDb db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<PublishScheduled> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await PublishAsync(cancellationToken);

    public async Task PublishAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var due = await db.Dossiers.Where(p => p.Editorial.Stage == Stage.Scheduled && p.Editorial.ScheduledFor <= now)
            .OrderBy(p => p.Editorial.ScheduledFor).Select(p => p.Id).ToListAsync(cancel);
        foreach (var id in due)
        {
            await TryAsync(id, cancel);
        }
    }

    /// <summary>One that fails must not keep the others waiting; the next run tries it again.</summary>
    private async Task TryAsync(int id, CancellationToken cancel)
    {
        try
        {
            await PublishAsync(id, cancel);
        }
        catch (DbUpdateConcurrencyException changed)
        {
            log.LogInformation(changed, "Dossier {Dossier} changed while it was being published; the next run looks again.", id);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            log.LogError(bug, "Dossier {Dossier} was due and failed to be published.", id);
        }
    }

    /// <summary>Each in a scope of its own: what one leaves behind in its context does not reach the next.</summary>
    private async Task PublishAsync(int id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var dossier = await ReadAsync(scope, id, cancel);
        if (dossier is not { Editorial: { Stage: Stage.Scheduled, ScheduledBy: { } by } })
        {
            return;
        }

        if (!await scope.ServiceProvider.GetRequiredService<AppDb>().PeopleWith(Role.Reviewer, dossier.Circle)
            .AnyAsync(person => person.Id == by, cancel))
        {
            await PutBackAsync(id, by, "Quien la programó ya no tiene permiso de publicar.", cancel);
            return;
        }

        try
        {
            await scope.ServiceProvider.GetRequiredService<DossierPublishing>().PublishAsync(dossier, by, cancel);
        }
        catch (RuleException refusal)
        {
            log.LogWarning(refusal, "Dossier {Dossier} was due and could not be published.", id);
            await PutBackAsync(id, by, refusal.Message, cancel);
        }
    }

    private async Task PutBackAsync(int id, int by, string reason, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var dossier = await ReadAsync(scope, id, cancel) ?? throw new NotFoundException($"dossier {id}");
        dossier.Unschedule(by, clock.Now());
        await scope.ServiceProvider.GetRequiredService<DossierMails>().NotPublishedAsync(dossier, by, reason, cancel);
        await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync(cancel);
    }

    private static Task<Dossier?> ReadAsync(AsyncServiceScope scope, int id, CancellationToken cancel)
    {
        var dossiers = scope.ServiceProvider.GetRequiredService<AppDb>().Dossiers;
        return dossiers.Include(p => p.Files).FirstOrDefaultAsync(p => p.Id == id, cancel);
    }
}
