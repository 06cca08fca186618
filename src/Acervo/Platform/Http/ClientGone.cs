using Microsoft.AspNetCore.Connections;

namespace Acervo.Platform.Http;

/// <summary>Tells a visitor who hung up in the middle of a request from a fault of ours.</summary>
internal static class ClientGone
{
    public static bool Is(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            // The two that have no type of their own are known by what the server and its form reader say.
            if (cause is ConnectionResetException or ConnectionAbortedException
                || (cause is IOException && cause.Message.StartsWith("Unexpected end of", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
