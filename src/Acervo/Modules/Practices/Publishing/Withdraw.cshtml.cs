using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>Takes a publication off the site and leaves a tombstone that says why.</summary>
[Allow(Role.Reviewer)]
internal sealed class WithdrawModel(AppDb db, Me me, PracticePublishing publishing) : ReasonedModel(db, me)
{
    private readonly int person = me.Id;

    protected override string Demand => "Escriba el motivo del retiro: quedará a la vista de quien busque esta página.";

    protected override string? RefusalOf(string reason) => Practices.Practice.PublicReasonRefusal(reason);

    protected override async Task<IActionResult> ActAsync(CancellationToken cancel)
    {
        await publishing.WithdrawAsync(Practice, Reason, person, cancel);
        return Redirect($"/fichas/{Practice.Id}");
    }
}
