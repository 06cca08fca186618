using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Puts a ficha back in the pool, so that nobody's absence blocks it.</summary>
[Allow(Role.Reviewer)]
internal sealed class ReleaseModel(AppDb db, Me me, TimeProvider clock) : OfficeVerb(db, me)
{
    protected override string From(int id) => $"/revision/{id}";

    protected override string To(int id) => "/revision";

    protected override void Act(Dossier dossier) => dossier.Release(Person, clock.Now());
}
