using System.ComponentModel;
using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace Acervo.Modules.Accounts;

/// <summary>Deletes, each night, what no longer opens anything: ended sessions, expired links, old tries. Running it twice does no harm.</summary>
[DisplayName("Borrar sesiones, enlaces e intentos vencidos")]
internal sealed class SweepAccounts(AppDb db, Tries tries, IOptions<AccountsSettings> settings, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (idle, oldest) = (now.AddHours(-settings.Value.SessionHours), now.AddDays(-settings.Value.SessionDays));
        await db.Sessions.Where(session => session.SeenAt < idle || session.StartedAt < oldest).ExecuteDeleteAsync(cancellationToken);
        var here = await db.NowAsync(cancellationToken);
        await db.Set<PasswordReset>().Where(reset => reset.ExpiresAt < here).ExecuteDeleteAsync(cancellationToken);
        await tries.SweepAsync(cancellationToken);
        await SentForms.SweepAsync(db, oldest, cancellationToken);
    }
}
