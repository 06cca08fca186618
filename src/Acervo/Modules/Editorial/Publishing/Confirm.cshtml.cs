using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>A second person confirms what one published alone.</summary>
[Allow(Role.Reviewer)]
internal sealed class ConfirmModel(AppDb db, Me me) : AskedVerb(db)
{
    protected override Task<Dossier> FindAsync(AppDb working, int id, CancellationToken cancel) => working.GetForReviewAsync(id, me, cancel);

    protected override void Act() => Dossier.ConfirmForced(me.Id);
}
