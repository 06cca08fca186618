using System.IO.Compression;

namespace Acervo.Platform.Documents;

/// <summary>
/// The parts of an Office file in memory, in order: read with a ceiling on what may be unpacked, written so that the same parts give the same bytes.
/// </summary>
internal sealed class OfficePackage
{
    public const long MostUnpackedBytes = 200L * 1024 * 1024;
    public const int MostParts = 10_000;

    // Entries carry no clock: the day is the first one a zip file can hold.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SortedDictionary<string, byte[]> parts = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => [.. parts.Keys];

    public byte[] this[string name]
    {
        get => parts.TryGetValue(name, out var bytes) ? bytes : throw new InvalidDataException("A part of the package is missing.");
        set => parts[name] = value;
    }

    public static OfficePackage Read(byte[] file, long mostBytes = MostUnpackedBytes)
    {
        var package = new OfficePackage();
        using var zip = OpenZip(file);
        var left = mostBytes;
        foreach (var entry in zip.Entries.Where(entry => entry.Name.Length > 0))
        {
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (package.parts.Count >= MostParts || !package.parts.TryAdd(name, Unpack(entry, ref left)))
            {
                throw new InvalidDataException("The package holds too many parts, or one part twice.");
            }
        }

        return package;
    }

    public bool Has(string name) => parts.ContainsKey(name);

    public bool Remove(string name) => parts.Remove(name);

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of content types comes first: readers that stream the file expect it there.
            foreach (var (name, bytes) in parts.OrderBy(part => part.Key is not ("[Content_Types].xml" or "mimetype")))
            {
                var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        return file.ToArray();
    }

    private static ZipArchive OpenZip(byte[] file) => new(new MemoryStream(file, writable: false), ZipArchiveMode.Read);

    // The size an entry declares is only its word: what counts is what comes out.
    private static byte[] Unpack(ZipArchiveEntry entry, ref long left)
    {
        using var packed = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            left -= read;
            if (left < 0)
            {
                throw new InvalidDataException("The package unpacks to more than it may.");
            }

            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }
}
