using Acervo.Platform.Backups;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>What of the office of practices stays done when an older backup is brought back: what was withdrawn, and drafts that were erased.</summary>
internal static class LastingActs
{
    public const string Withdrawn = "practice.withdrawn";

    public const string Erased = "practice.erased";

    /// <summary>Withdraws again what the backup still has on the site; what was published after that stays.</summary>
    public static async Task WithdrawAsync(IServiceProvider services, LastingAct act, CancellationToken cancel)
    {
        var db = services.GetRequiredService<AppDb>();
        var practice = await db.Practices.FirstOrDefaultAsync(one => one.Id == act.Item, cancel);
        if (practice is not null && await db.Publications.AnyAsync(
            p => p.Kind == practice.Kind && p.Item == practice.Id && p.State == PublicationState.Current && p.PublishedAt < act.At, cancel))
        {
            await services.GetRequiredService<PracticePublishing>().WithdrawAsync(practice, act.Reason, act.By, cancel);
        }
    }

    public static async Task EraseAsync(IServiceProvider services, LastingAct act, CancellationToken cancel)
    {
        var db = services.GetRequiredService<AppDb>();
        if (await db.Practices.FirstOrDefaultAsync(one => one.Id == act.Item, cancel) is { } practice)
        {
            practice.Erase(act.By);
            db.Remove(practice);
            await db.SaveChangesAsync(cancel);
        }
    }
}
