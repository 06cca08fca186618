using Acervo.Platform.Accounts;
using Acervo.Platform.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Mails;

/// <summary>One letter and what became of it. Where a server delivers letters, the links that open accounts are for their addressee only.</summary>
[Allow(Role.Administrator)]
internal sealed class ShowModel(AppDb db, MailSettings settings) : PageModel
{
    internal MailRow Mail { get; private set; } = null!;

    internal string Body => settings.HasServer ? Mail.BodyWithoutSecrets : Mail.Body;

    public async Task OnGetAsync(long id, CancellationToken cancel) => Mail = await MailRow.Of(db).Where(row => row.Id == id).OneAsync(cancel);
}
