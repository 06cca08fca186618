using System.Buffers.Binary;
using System.Text;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>The container of old Office files: chains of sectors that make up named streams. A chain that runs in a circle is cut off as damage.</summary>
internal sealed class CompoundFile
{
    private const uint End = 0xFFFFFFFA; // this and all above are no sectors
    private const int Entry = 128;
    private const int Head = 512;

    private readonly byte[] file;
    private readonly int sector;
    private readonly uint[] next;

    public CompoundFile(byte[] file)
    {
        this.file = file;
        sector = 1 << Math.Clamp((int)U16(file, 30), 7, 16);
        List<byte> table = [];
        foreach (var at in TableSectors())
        {
            table.AddRange(Sector(at));
        }

        next = Numbers([.. table]);
    }

    /// <summary>The bytes of the first of these streams that is there.</summary>
    public byte[]? Find(params string[] names)
    {
        var folder = Chain(U32(file, 48));
        var root = folder.AsSpan(0, Entry).ToArray();
        for (var at = 0; at + Entry <= folder.Length; at += Entry)
        {
            var letters = Math.Clamp(U16(folder, at + 64) - 2, 0, 62);
            if (names.Contains(Encoding.Unicode.GetString(folder, at, letters), StringComparer.Ordinal))
            {
                var (start, size) = (U32(folder, at + 116), U32(folder, at + 120));
                var bytes = size < U32(file, 56) ? Small(root, start) : Chain(start);
                return bytes[..(int)Math.Min(size, (uint)bytes.Length)];
            }
        }

        return null;
    }

    private IEnumerable<uint> TableSectors()
    {
        for (var at = 76; at < Head; at += 4)
        {
            if (U32(file, at) is < End and var sectors)
            {
                yield return sectors;
            }
        }

        var more = U32(file, 68);
        for (var turns = 0; more < End && turns <= file.Length / sector; turns++)
        {
            var part = Sector(more).ToArray();
            for (var at = 0; at < sector - 4; at += 4)
            {
                if (U32(part, at) is < End and var sectors)
                {
                    yield return sectors;
                }
            }

            more = U32(part, sector - 4);
        }
    }

    /// <summary>Small streams share the sectors of one that the root names.</summary>
    private byte[] Small(byte[] root, uint start)
    {
        var (all, following, size) = (Chain(U32(root, 116)), Numbers(Chain(U32(file, 60))), 1 << Math.Clamp((int)U16(file, 32), 4, 12));
        List<byte> bytes = [];
        for (var at = start; at < End; at = following[at])
        {
            bytes.AddRange(all.AsSpan((int)Math.Min(at, int.MaxValue / size) * size, size));
            _ = bytes.Count <= all.Length ? true : throw new InvalidDataException("A chain runs in a circle.");
        }

        return [.. bytes];
    }

    private byte[] Chain(uint start)
    {
        List<byte> bytes = [];
        for (var at = start; at < End; at = next[at])
        {
            bytes.AddRange(Sector(at));
            _ = bytes.Count <= file.Length + sector ? true : throw new InvalidDataException("A chain runs in a circle.");
        }

        return [.. bytes];
    }

    /// <summary>The last sector of a file may be cut short.</summary>
    private ReadOnlySpan<byte> Sector(uint at)
    {
        var from = (at + 1L) * sector;
        return from < file.Length ? file.AsSpan((int)from, (int)Math.Min(sector, file.Length - from)) : throw new InvalidDataException("A sector is missing.");
    }

    private static uint[] Numbers(byte[] bytes) => [.. Enumerable.Range(0, bytes.Length / 4).Select(i => U32(bytes, i * 4))];

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
