using Acervo.Modules.Practices.Capture;
using Acervo.Platform.Accounts;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Review;

/// <summary>Every remark on a ficha in one place, to answer them.</summary>
[Allow]
internal sealed class TalkModel(AppDb db, Me me, FichaForm ficha, FichaThreads threads) : PageModel
{
    internal Practice Practice { get; private set; } = null!;

    internal IReadOnlyList<(string Label, string Href, RemarkThread Thread)> Threads { get; private set; } = [];

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Practice = await db.GetForAsync(id, me, cancel);
        var form = ficha.Of(Practice);
        var all = await threads.AllOfAsync(Practice, cancel);
        Threads = [.. all.OrderBy(thread => thread.View.Settled).Select(thread => (
            FichaParts.LabelOf(form, thread.Field)!,
            FichaParts.HrefOf(Practice, form, thread.Field),
            thread.View))];
    }
}
