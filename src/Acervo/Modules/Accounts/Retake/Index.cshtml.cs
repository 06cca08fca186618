using Acervo.Platform.Accounts;
using Acervo.Platform.Forms;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.Retake;

/// <summary>Gives back what was typed when the session ended, ready to be sent again.</summary>
[Allow]
internal sealed class IndexModel(KeptForms kept, FormCatalogue forms, Me me) : PageModel
{
    internal KeptForm? Kept { get; private set; }

    /// <summary>The words by the labels they stood under; what was chosen goes along unseen.</summary>
    internal IEnumerable<KeptField> Shown => from typed in Kept!.Fields
                                             let label = forms.LabelOf(typed.Name) ?? Asked.LabelOf(typed.Name)
                                             where typed.Value.Length > 0 && label is not null
                                             select typed with { Name = label };

    /// <summary>The page on which it was written.</summary>
    internal Asked Asked => Asked.Of(Kept!.Fields.FirstOrDefault(one => one.Name == Asked.FieldName)?.Value ?? "");

    public async Task OnGetAsync(CancellationToken cancel) => Kept = await kept.FindAsync(Request.Cookies[KeptForms.CookieName], me.Id, cancel);
}
