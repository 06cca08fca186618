using System.Text;

namespace Acervo.Platform.Data;

/// <summary>
/// Where a private PostgreSQL answers: beside its cluster, in a folder that belongs to whoever runs it. Never in the common temporary folder,
/// where anybody may make a folder, or a link, of that name first.
/// </summary>
internal static class SocketFolder
{
    /// <summary>A socket path may hold 107 bytes, and PostgreSQL adds the name of the socket.</summary>
    private const int Longest = 107 - 16;

    /// <exception cref="RuleException">The path would be too long, and the system gives this user no folder for running programs.</exception>
    public static string Of(string home, string fingerprint)
    {
        var beside = Path.Combine(home, "run");
        if (Encoding.UTF8.GetByteCount(beside) <= Longest)
        {
            return beside;
        }

        return Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 and < 60 } own && Directory.Exists(own)
            ? Path.Combine(own, $"acervo-{fingerprint}")
            : throw new RuleException($"La ruta de la carpeta de datos es muy larga para la base de datos propia: {home}. Elija una de menos de {Longest - 4} "
                + "letras (Database__DataFolder).");
    }
}
