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
        for (var at = Signature.Length; ;)
        {
            var (type, size) = Chunk(file, at);
            if (Drawing.Contains(type))
            {
                kept.Write(file, at, size);
            }

            // What follows the last chunk is not the picture.
            if (type == "IEND")
            {
                return kept.ToArray();
            }

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
