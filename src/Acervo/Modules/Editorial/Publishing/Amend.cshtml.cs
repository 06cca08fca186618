using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Starts the next version of something published.</summary>
[Allow]
internal sealed class AmendModel(AppDb db, Me me, TimeProvider clock) : AskedVerb(db)
{
    protected override Task<Dossier> FindAsync(AppDb working, int id, CancellationToken cancel) => working.GetMineAsync(id, me, cancel);

    protected override void Act() => Dossier.Amend(me.Id, clock.Now());
}
