using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial.Asking;
using Acervo.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Acervo.Modules.Home.About;

/// <summary>What is kept about people, what for, and what is never made public.</summary>
[AllowAnonymous]
internal sealed class PrivacyModel(SiteIdentity site, IConfiguration configuration, IOptions<AccountsSettings> accounts) : PageModel
{
    internal int InquiryDays => InquirySettings.Of(configuration).KeepDays;

    internal int TryMinutes => accounts.Value.TryMinutes;

    /// <summary>Not published before the entity says by where people exercise the rights it speaks of (Ley 1581 de 2012).</summary>
    public void OnGet() => _ = site.IsReachable ? true : throw new NotFoundException("personal data without a channel");
}
