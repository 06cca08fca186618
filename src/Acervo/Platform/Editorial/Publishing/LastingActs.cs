using Acervo.Platform.Backups;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Publishing;

/// <summary>What stays done when an older backup is brought back: what was withdrawn, and drafts that were erased.</summary>
internal static class LastingActs
{
    public const string Withdrawn = "dossier.withdrawn";

    public const string Erased = "dossier.erased";

    /// <summary>Withdraws again what the backup still has on the site; what was published after that stays.</summary>
    public static async Task WithdrawAsync(IServiceProvider services, LastingAct act, CancellationToken cancel)
    {
        var db = services.GetRequiredService<AppDb>();
        var dossier = await db.EveryDossier.FirstOrDefaultAsync(one => one.Id == act.Item, cancel);
        if (dossier is not null && await db.Publications.AnyAsync(
            p => p.Kind == dossier.Kind && p.Item == dossier.Id && p.State == PublicationState.Current && p.PublishedAt < act.At, cancel))
        {
            await services.GetRequiredService<DossierPublishing>().WithdrawAsync(dossier, act.Reason, act.By, cancel);
        }
    }

    public static async Task EraseAsync(IServiceProvider services, LastingAct act, CancellationToken cancel)
    {
        var db = services.GetRequiredService<AppDb>();
        if (await db.EveryDossier.FirstOrDefaultAsync(one => one.Id == act.Item, cancel) is { } dossier)
        {
            dossier.Erase(act.By);
            db.Remove(dossier);
            await db.SaveChangesAsync(cancel);
        }
    }
}
