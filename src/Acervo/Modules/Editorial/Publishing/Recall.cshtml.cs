using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Takes a ficha that nobody reviews yet back to draft.</summary>
[Allow]
internal sealed class RecallModel(AppDb db, Me me, TimeProvider clock) : AskedVerb(db)
{
    protected override Task<Dossier> FindAsync(AppDb working, int id, CancellationToken cancel) => working.GetMineAsync(id, me, cancel);

    protected override void Act() => Dossier.Recall(me.Id, clock.Now());
}
