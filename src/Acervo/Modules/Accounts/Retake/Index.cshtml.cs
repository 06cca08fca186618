using Acervo.Platform.Accounts;
using Acervo.Platform.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.Retake;

/// <summary>Gives back what was typed when the session ended, ready to be sent again.</summary>
[Allow]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(KeptForms forms) : PageModel
{
    internal KeptForm? Kept { get; private set; }

    internal IEnumerable<KeptField> Shown => Kept!.Fields.Where(field => field.Value.Length > 0 && field.Name != "version")
        .Select(field => field with { Name = FormCatalogue.Default.All.Select(form => form.Question(field.Name)).FirstOrDefault(question => question is not null)?.Label ?? "" });

    public async Task OnGetAsync(CancellationToken cancel) => Kept = await forms.FindAsync(Request.Cookies[KeptForms.CookieName], cancel);
}
