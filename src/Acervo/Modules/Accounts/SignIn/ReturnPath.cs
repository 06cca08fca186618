using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.SignIn;

/// <summary>Where to go after signing in: what <c>volver</c> asks for when it is on this site, else the work inbox.</summary>
internal static class ReturnPath
{
    private const string Inbox = "/inicio";

    public static string Of(PageModel page)
    {
        var asked = page.Request.HasFormContentType && page.Request.Form.TryGetValue("volver", out var sent) ? sent : page.Request.Query["volver"];
        return page.Url.IsLocalUrl(asked) ? asked.ToString() : Inbox;
    }
}
