using System.Data.Common;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial.Capture;

namespace Acervo.Platform.Editorial.Checks;

/// <summary>
/// The checklist of a dossier today: what its form demands, and what its module remarks of the answers. Nearly every page of the staff asks for it and
/// seldom has anything changed, so it is kept by the fingerprint of what it is worked out of.
/// </summary>
internal sealed class DossierChecklist(DossierForm ficha, KindRules rules, ChecklistMemory memory, CatalogueRemarks catalogues, NearCopies copies,
    TimeProvider clock, ILogger<DossierChecklist> log)
{
    /// <summary>The same and what is published that it resembles: asked where somebody sends or decides, not at every page.</summary>
    public async Task<IReadOnlyList<ChecklistItem>> WithCopiesAsync(Dossier dossier, CancellationToken cancel) =>
        [.. await OfAsync(dossier, cancel), .. await copies.OfAsync(dossier, cancel)];

    public async Task<IReadOnlyList<ChecklistItem>> OfAsync(Dossier dossier, CancellationToken cancel)
    {
        var (form, known, today) = (ficha.Of(dossier), rules.Of(dossier.Kind), clock.Today());
        var name = await known.RemarkedByAsync(cancel) is { } beside
            ? ChecklistName.Of(dossier, form, today, $"{beside} {await catalogues.StampAsync(form, cancel)}")
            : null;
        if (name is not null && memory.Find(name) is { } found)
        {
            return Checklist.Explained(dossier, found);
        }

        try
        {
            var remarks = await known.RemarksAsync(dossier, form, Checklist.Quotes(dossier), cancel);
            var items = Checklist.Of(dossier, form, [.. remarks, .. await catalogues.OfAsync(form, dossier.Answers, remarks, cancel)], today);
            if (name is not null)
            {
                memory.Keep(name, items);
            }

            return Checklist.Explained(dossier, items);
        }
        catch (Exception bug) when (bug is not (OperationCanceledException or DbException))
        {
            // Advice that fails, or a text built to make it slow, must not close the page on which the text is mended; what blocks still blocks.
            log.LogError(bug, "The answers of dossier {Dossier} could not be remarked.", dossier.Id);
            return Checklist.Explained(dossier, Checklist.Of(dossier, form, today));
        }
    }
}
