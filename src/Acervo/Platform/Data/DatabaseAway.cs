using System.Net.Sockets;
using Npgsql;

namespace Acervo.Platform.Data;

/// <summary>Tells a database that cannot be reached, or does not work yet, from one that refused what it was asked.</summary>
internal static class DatabaseAway
{
    public static bool Is(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException refused)
            {
                return IsAway(refused.SqlState);
            }

            if (cause is NpgsqlException
                {
                    InnerException: null or SocketException or IOException or TimeoutException or NpgsqlException
                or AggregateException
                })
            {
                return true;
            }
        }

        return exception is AggregateException several && several.InnerExceptions.Any(Is);
    }

    /// <summary>Shutting down, starting up, out of connections, a lost connection, or a server that only may be read.</summary>
    private static bool IsAway(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("57P0", StringComparison.Ordinal)
        || state is PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ReadOnlySqlTransaction;
}
