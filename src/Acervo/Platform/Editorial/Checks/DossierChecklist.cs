using System.Data.Common;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial.Capture;

namespace Acervo.Platform.Editorial.Checks;

/// <summary>The checklist of a dossier today: what its form demands, and what its module remarks of the answers.</summary>
internal sealed class DossierChecklist(DossierForm ficha, KindRules rules, TimeProvider clock, ILogger<DossierChecklist> log)
{
    public async Task<IReadOnlyList<ChecklistItem>> OfAsync(Dossier dossier, CancellationToken cancel)
    {
        var form = ficha.Of(dossier);
        try
        {
            return Checklist.Of(dossier, form, await rules.Of(dossier.Kind).RemarksAsync(dossier, form, Checklist.Quotes(dossier), cancel), clock.Today());
        }
        catch (Exception bug) when (bug is not (OperationCanceledException or DbException))
        {
            // Advice that fails, or a text built to make it slow, must not close the page on which the text is mended; what blocks still blocks.
            log.LogError(bug, "The answers of dossier {Dossier} could not be remarked.", dossier.Id);
            return Checklist.Of(dossier, form, clock.Today());
        }
    }
}
