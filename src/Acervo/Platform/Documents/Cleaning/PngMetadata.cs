using System.Buffers.Binary;
using System.Text;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Walks the chunks of a PNG picture and keeps only those that draw it.</summary>
internal static class PngMetadata
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly HashSet<string> Drawing = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
    };

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static byte[] Strip(byte[] file)
    {
        if (!IsPng(file))
        {
            throw new InvalidDataException("Not a PNG picture.");
        }

        using var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        foreach (var (_, start, length) in Chunks(file).Where(chunk => Drawing.Contains(chunk.Type)))
        {
            kept.Write(file, start - 8, length + 12);
        }

        return kept.ToArray();
    }

    /// <summary>The chunks in order, each with where its data is; what follows the last one is not the picture.</summary>
    public static IEnumerable<(string Type, int Start, int Length)> Chunks(byte[] file)
    {
        var (type, at) = ("", Signature.Length);
        while (type != "IEND")
        {
            (type, var size) = Chunk(file, at);
            yield return (type, at + 8, size - 12);
            at += size;
        }
    }

    private static (string Type, int Size) Chunk(byte[] file, int at)
    {
        if (file.Length - at < 12)
        {
            throw new InvalidDataException("The PNG picture is cut short.");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
        return length <= file.Length - at - 12
            ? (Encoding.Latin1.GetString(file, at + 4, 4), (int)length + 12)
            : throw new InvalidDataException("The PNG picture is cut short.");
    }
}
