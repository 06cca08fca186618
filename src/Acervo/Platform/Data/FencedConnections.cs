using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Acervo.Platform.Data;

/// <summary>Asks the fence about each server that <see cref="AppDb"/> connects to, before anything is read or written.</summary>
internal sealed class FencedConnections(PrimaryFence fence) : DbConnectionInterceptor
{
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        fence.CheckAsync((NpgsqlConnection)connection, cancellationToken);
}
