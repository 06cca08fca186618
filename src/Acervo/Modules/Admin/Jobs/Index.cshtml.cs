using Acervo.Platform.Accounts;
using Acervo.Platform.Jobs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Jobs;

/// <summary>Each job: how its last run went and when the next is.</summary>
[Allow(Role.Administrator)]
internal sealed class IndexModel(JobBoard board) : PageModel
{
    internal IReadOnlyList<JobCard> Cards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Cards = await board.ListAsync(cancel);
}
