using Acervo.Modules.Editorial.Review;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Takes a scheduled publication back to approved.</summary>
[Allow(Role.Reviewer)]
internal sealed class UnscheduleModel(AppDb db, Me me, TimeProvider clock) : OfficeVerb(db, me)
{
    protected override string From(int id) => $"/fichas/{id}/publicar";

    protected override void Act(Dossier dossier) => dossier.Unschedule(Person, clock.Now());
}
