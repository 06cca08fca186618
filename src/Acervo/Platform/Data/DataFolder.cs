using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Acervo.Platform.Data;

/// <summary>The folder that holds what is not program: private cluster, keys, audit checkpoints. One server at a time works in it.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly Lazy<string> fingerprint;

    private FileStream? claim;

    public DataFolder(string path)
    {
        Root = Path.GetFullPath(path);
        Directory.CreateDirectory(Root);
        fingerprint = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData([.. Secret("folder.id"), .. Encoding.UTF8.GetBytes(Root)]))[..12]);
    }

    public string Root { get; }

    /// <summary>
    /// A short name that is the same for the same folder; it keeps two Acervos of one machine apart, and a folder that was deleted apart from
    /// one made later in its place: as root the cluster stands elsewhere and outlives the folder.
    /// </summary>
    public string Fingerprint => fingerprint.Value;

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Claims the folder for one server; the operating system lets go of the claim when the process dies.</summary>
    /// <exception cref="RuleException">Another Acervo serves from the same folder.</exception>
    public void Claim()
    {
        if (!TryClaim())
        {
            throw new RuleException($"Otro Acervo ya trabaja con la carpeta {Root}. Deténgalo o use otra carpeta (Database__DataFolder).");
        }
    }

    /// <summary>Claims the folder as soon as whoever works in it ends: a server may be started while the one before it is still stopping.</summary>
    /// <exception cref="RuleException">Another Acervo serves from the same folder and goes on.</exception>
    public async Task ClaimAsync(TimeSpan patience, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        while (!TryClaim())
        {
            if (Stopwatch.GetElapsedTime(began) > patience)
            {
                Claim();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
    }

    /// <summary>Bytes of a secret kept in the folder, made at random the first time; only the owner of the process may read the file.</summary>
    public byte[] Secret(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            using var file = new FileStream(path, options);
            file.Write(RandomNumberGenerator.GetBytes(32));
        }

        return File.ReadAllBytes(path);
    }

    public void Dispose() => claim?.Dispose();

    private bool TryClaim()
    {
        try
        {
            claim ??= new FileStream(PathOf("acervo.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
