using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Takes a publication off the site and leaves a tombstone that says why.</summary>
[Allow(Role.Reviewer)]
internal sealed class WithdrawModel(AppDb db, Me me, DossierPublishing publishing) : ReasonedModel(db, me)
{
    private readonly int person = me.Id;

    protected override string Demand => "Escriba el motivo del retiro: quedará a la vista de quien busque esta página.";

    protected override string? RefusalOf(string reason) => Dossier.PublicReasonRefusal(reason);

    protected override async Task<IActionResult> ActAsync(CancellationToken cancel)
    {
        await publishing.WithdrawAsync(Dossier, Reason, person, cancel);
        return Redirect($"/fichas/{Dossier.Id}");
    }
}
