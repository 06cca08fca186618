using Acervo.Modules.Admin.Trail;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Mails;

/// <summary>
/// One letter and what became of it. What it says is its addressee's: an administrator reads it by an act that the trail keeps, and where a
/// server delivers letters, without the links that open accounts.
/// </summary>
[Allow(Role.Administrator)]
internal sealed class ShowModel(AppDb db, Me me, MailSettings settings) : PageModel
{
    internal MailRow Mail { get; private set; } = null!;

    internal string? Body { get; private set; }

    public async Task OnGetAsync(long id, CancellationToken cancel) => Mail = await MailRow.Of(db).Where(row => row.Id == id).OneAsync(cancel);

    public async Task OnPostAsync(long id, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        if (Mail.SweptAt is not null)
        {
            return;
        }

        await db.RecordAsync(new Deed(MailTrail.Read, $"{MailTrail.Subject.Kind}/{id}", me.Id), cancel);
        Body = settings.HasServer ? Mail.BodyWithoutSecrets : Mail.Body;
    }
}
