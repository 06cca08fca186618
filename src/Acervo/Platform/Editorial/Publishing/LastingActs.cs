using System.Globalization;
using Acervo.Platform.Backups;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Publishing;

/// <summary>What stays done when an older backup is brought back: what ended, and drafts that were erased.</summary>
internal static class LastingActs
{
    public const string Erased = "dossier.erased";

    /// <summary>The ways to end, by the name of their act.</summary>
    public static readonly IReadOnlyDictionary<string, Ending> Endings = new Dictionary<string, Ending>(StringComparer.Ordinal)
    {
        ["dossier.withdrawn"] = Ending.InError,
        ["dossier.replaced"] = Ending.Replaced,
        ["dossier.lapsed"] = Ending.Lapsed,
    };

    /// <summary>What stands for it, where something does, is the first line of the reason.</summary>
    public static LastingAct Of(Dossier dossier, Ending ending, Successor? successor, string reason, int by, DateTime now) => new(
        Endings.Single(one => one.Value == ending).Key, dossier.Id, by, now,
        successor is null ? reason : string.Create(CultureInfo.InvariantCulture, $"{successor.Kind}/{successor.Item}\n{reason}"));

    /// <summary>Ends again what the backup still has on the site; what was published after that stays.</summary>
    public static async Task EndAsync(IServiceProvider services, LastingAct act, CancellationToken cancel)
    {
        var db = services.GetRequiredService<AppDb>();
        var dossier = await db.EveryDossier.FirstOrDefaultAsync(one => one.Id == act.Item, cancel);
        var ending = Endings[act.Verb];
        if (dossier is null || dossier.Ending == ending || !await db.Publications.AnyAsync(
            p => p.Kind == dossier.Kind && p.Item == dossier.Id && p.State == PublicationState.Current && p.PublishedAt < act.At, cancel))
        {
            return;
        }

        var (successor, reason) = ending == Ending.Replaced ? Parted(act.Reason) : (null, act.Reason);
        if (successor is not null && !await db.Publications.AnyAsync(
            p => p.Kind == successor.Kind && p.Item == successor.Item && p.State == PublicationState.Current, cancel))
        {
            // What stood for it was published after the backup: its note is all there can be.
            (ending, successor) = (Ending.InError, null);
        }

        await services.GetRequiredService<DossierPublishing>().EndAsync(dossier, ending, successor, reason, act.By, cancel);
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

    private static (Successor Successor, string Reason) Parted(string kept)
    {
        var lines = kept.Split('\n', 2);
        var parts = lines[0].Split('/');
        return (new Successor(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture)), lines[1]);
    }
}
