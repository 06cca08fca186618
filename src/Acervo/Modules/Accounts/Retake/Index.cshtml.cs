using Acervo.Platform.Accounts;
using Acervo.Platform.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.Retake;

/// <summary>Gives back what was typed when the session ended, ready to be sent again.</summary>
[Allow]
internal sealed class IndexModel(KeptForms kept, FormCatalogue forms, Me me) : PageModel
{
    internal KeptForm? Kept { get; private set; }

    internal IEnumerable<KeptField> Shown => Kept!.Fields.Where(typed => typed.Value.Length > 0 && typed.Name != "version")
        .Select(typed => typed with { Name = forms.LabelOf(typed.Name) ?? "" });

    public async Task OnGetAsync(CancellationToken cancel) => Kept = await kept.FindAsync(Request.Cookies[KeptForms.CookieName], me.Id, cancel);
}
