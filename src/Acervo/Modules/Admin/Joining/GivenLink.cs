using Acervo.Platform.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Joining;

/// <summary>
/// The link of an invitation, for whoever has to hand it over because no mail leaves this installation. The next page shows it once.
/// </summary>
internal static class GivenLink
{
    private const string Kept = "GivenLink";

    /// <summary>What the next page says: that the letter will leave, or the link where none can.</summary>
    public static void Tell(this PageModel page, MailSettings mail, string link, string done) =>
        (page.TempData["Done"], page.TempData[Kept]) = mail.HasServer ? (done, null)
            : ($"{done} No hay servidor de correo para enviarla. Entregue usted este enlace: solo se muestra esta vez.", link);

    public static string? Take(PageModel page) => page.TempData[Kept] as string;
}
