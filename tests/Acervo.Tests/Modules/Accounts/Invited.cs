using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Accounts;

/// <summary>Somebody who was written to and has not opened the account.</summary>
internal static class Invited
{
    public static async Task<Invitation> InvitedAsync(this AppHost app, string email, Role role, int? unit)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Invitations>().InviteAsync(new InvitationRequest("Abril Nieto Casas", email, role, unit), null,
            TestContext.Current.CancellationToken);
        await using var db = app.Db();
        return await db.Invitations.OrderByDescending(invitation => invitation.Id).FirstAsync(invitation => invitation.Email == email);
    }
}
