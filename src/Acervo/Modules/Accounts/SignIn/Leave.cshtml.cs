using Acervo.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Accounts.SignIn;

/// <summary>Ends the session, on every node.</summary>
[Allow]
[WithOpenDuty]
internal sealed class LeaveModel(Doorkeeper door) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await door.SignOutAsync();
        return Redirect("/");
    }
}
