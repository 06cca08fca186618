using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Forms;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Every remark on a ficha in one place, to answer them.</summary>
[Allow]
internal sealed class TalkModel(AppDb db, Me me, DossierForm ficha, DossierThreads threads) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal IReadOnlyList<(string Label, string Href, RemarkThread Thread)> Threads { get; private set; } = [];

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetForAsync(id, me, cancel);
        var form = ficha.Of(Dossier);
        var all = await threads.AllOfAsync(Dossier, cancel);
        Threads = [.. all.OrderBy(thread => thread.View.Settled).Select(thread => (
            DossierParts.LabelOf(form, thread.Field)!,
            HrefOf(form, thread.Field),
            thread.View))];
    }

    /// <summary>Where the answer is mended, or read while it cannot be.</summary>
    private string HrefOf(FormDefinition form, string field) => (Dossier.Editorial.IsEditable, Dossier.IsBy(me.Id)) switch
    {
        (true, _) => DossierParts.HrefOf(Dossier, form, field),
        (_, true) => $"/fichas/{Dossier.Id}/respuestas#{field}",
        _ => $"/revision/{Dossier.Id}#{field}",
    };
}
