using Acervo.Platform.Accounts;
using Acervo.Platform.Modules;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.Inbox;

/// <summary>Where a person lands after signing in: everything that waits for them, in every module, what others wait for first.</summary>
[Allow]
internal sealed class IndexModel(ModuleList modules, Me me) : PageModel
{
    internal List<InboxRow> Rows { get; } = [];

    internal MenuItem? First => modules.StaffMenu.Where(entry => entry.Proposal is not null && entry.For.Any(me.Has)).OrderBy(entry => entry.Order)
        .Select(entry => new MenuItem(entry.Proposal!, entry.Href)).FirstOrDefault();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        foreach (var source in modules.Inbox)
        {
            Rows.AddRange(await source(HttpContext.RequestServices, me, cancel));
        }

        // What others wait for comes first, the most urgent on top; then one's own, the oldest on top.
        Rows.Sort((a, b) => ((a.Due ?? DateOnly.MaxValue), a.Since).CompareTo(((b.Due ?? DateOnly.MaxValue), b.Since)));
    }
}
