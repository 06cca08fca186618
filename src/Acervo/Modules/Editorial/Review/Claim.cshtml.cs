using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Takes a ficha out of the pool.</summary>
[Allow(Role.Reviewer)]
internal sealed class ClaimModel(AppDb db, Me me, TimeProvider clock) : OfficeVerb(db, me)
{
    protected override string From(int id) => $"/revision/{id}";

    protected override void Act(Dossier dossier) => dossier.Claim(Person, clock.Now());
}
