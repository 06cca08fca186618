using Acervo.Platform.Accounts;
using Acervo.Platform.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.Retake;

/// <summary>Gives back what was typed when the session ended, ready to be sent again.</summary>
[Allow]
internal sealed class IndexModel(KeptForms forms, Me me) : PageModel
{
    internal KeptForm? Kept { get; private set; }

    internal IEnumerable<KeptField> Shown => Kept!.Fields.Where(kept => kept.Value.Length > 0 && kept.Name != "version")
        .Select(kept => kept with
        {
            Name = FormCatalogue.Default.All.Select(form => form.Question(kept.Name))
        .FirstOrDefault(question => question is not null)?.Label ?? ""
        });

    public async Task OnGetAsync(CancellationToken cancel) => Kept = await forms.FindAsync(Request.Cookies[KeptForms.CookieName], me.Id, cancel);
}
