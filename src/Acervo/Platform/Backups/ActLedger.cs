using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Acervo.Platform.Backups;

/// <summary>
/// The acts that a restore must not undo: what was withdrawn from the site and what was erased. They stand, each line signed, in a file beside
/// the database, which no backup replaces. The lines of several nodes may be put together in one file.
/// </summary>
public sealed class ActLedger(DataFolder folder)
{
    public const string FileName = "acts-that-stay.txt";

    private static readonly Lock Writing = new();

    private string FilePath => folder.PathOf(FileName);

    /// <summary>Writes an act down, on the disk before anything else happens.</summary>
    public void Add(LastingAct act)
    {
        var line = string.Join(' ', act.At.ToString("O", CultureInfo.InvariantCulture), act.Verb, act.Item, act.By,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(act.Reason)));
        var bytes = Encoding.ASCII.GetBytes($"{line} {Seal(line, folder.Secret("audit.key"))}\n");
        lock (Writing)
        {
            using var file = new FileStream(FilePath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>The acts since a moment, in the order in which they were done.</summary>
    /// <param name="since">When the backup was made.</param>
    /// <param name="keys">The keys that may have signed them: this folder's, and the one of the backup on a machine that is new.</param>
    /// <exception cref="RuleException">A line does not carry our signature.</exception>
    public IReadOnlyList<LastingAct> Since(DateTime since, params byte[][] keys) => !File.Exists(FilePath)
        ? []
        : [.. File.ReadLines(FilePath).Where(line => line.Length > 0).Select(line => Parse(line, keys)).Where(act => act.At >= since).Distinct()
        .OrderBy(act => act.At)];

    private static LastingAct Parse(string line, byte[][] keys)
    {
        var parts = line.Split(' ');
        if (parts.Length != 6 || !Array.Exists(keys, key => parts[5] == Seal(string.Join(' ', parts[..5]), key)))
        {
            throw new RuleException($"El archivo {FileName} fue alterado: una línea no tiene firma válida. Sin él, la recuperación devolvería al sitio lo "
                + "que se retiró.");
        }

        return new LastingAct(
            parts[1],
            int.Parse(parts[2], CultureInfo.InvariantCulture),
            int.Parse(parts[3], CultureInfo.InvariantCulture),
            DateTime.Parse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            Encoding.UTF8.GetString(Convert.FromBase64String(parts[4])));
    }

    private static string Seal(string line, byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("act " + line)));
}

/// <summary>Something that stays done after a restore.</summary>
/// <param name="Verb">As in the trail, such as <c>practice.withdrawn</c>; its module knows how to do it again.</param>
/// <param name="Item">The number of the record.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, if it was said.</param>
public sealed record LastingAct(string Verb, int Item, int By, DateTime At, string Reason = "");
