using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>
/// Looks for planted words in a file and in everything packed inside it, in the encodings that programs write and that those who hide choose.
/// </summary>
internal static class Canaries
{
    private const string Sign = "CANARIO";

    private static readonly (Encoding As, byte[] Sign)[] Signs =
    [
        .. new[] { Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode }.Select(encoding => (encoding, encoding.GetBytes(Sign))),
        (Encoding.Latin1, Encoding.Latin1.GetBytes(Convert.ToHexString(Encoding.Latin1.GetBytes(Sign)))),
        (Encoding.Latin1, Encoding.Latin1.GetBytes(Convert.ToHexStringLower(Encoding.Latin1.GetBytes(Sign)))),
        .. Enumerable.Range(0, 3).Select(pad => (Encoding.Latin1, Encoding.Latin1.GetBytes(Base64(pad)))),
    ];

    /// <summary>The planted words still in the file, each with the place where it was found.</summary>
    public static IReadOnlyList<string> In(byte[] file)
    {
        var found = Scan(file, "file").ToList();
        if (file.AsSpan().StartsWith("PK"u8))
        {
            using var zip = new ZipArchive(new MemoryStream(file));
            foreach (var entry in zip.Entries)
            {
                using var stream = entry.Open();
                using var part = new MemoryStream();
                stream.CopyTo(part);
                found.AddRange(IsPicture(part.ToArray()) ? In(part.ToArray()) : Scan(part.ToArray(), entry.FullName));
                found.AddRange(Scan(Encoding.UTF8.GetBytes(entry.FullName + entry.Comment), "name of an entry"));
            }
        }
        else
        {
            found.AddRange(Packed(file).SelectMany(data => Scan(data, "packed data")));
        }

        if (IsPicture(file) && SKBitmap.DecodeBounds(file) is { Width: > 0 } size)
        {
            using var picture = SKBitmap.Decode(file, new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
            found.AddRange(Scan([.. picture?.Bytes.Where((_, at) => at % 4 < 3) ?? []], "pixels"));
        }

        return found;
    }

    private static bool IsPicture(ReadOnlySpan<byte> file) => file is [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..];

    private static IEnumerable<string> Scan(byte[] bytes, string place) =>
        Signs.SelectMany(sign => Words(bytes, sign.Sign, sign.As, place));

    private static IEnumerable<string> Words(byte[] bytes, byte[] sign, Encoding encoding, string place)
    {
        for (var at = bytes.AsSpan().IndexOf(sign); at >= 0;)
        {
            yield return $"{place}: {encoding.GetString(bytes, at, Math.Min(60, bytes.Length - at) / 2 * 2)}";
            var next = bytes.AsSpan(at + 1).IndexOf(sign);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>Whatever in the file begins as zlib does and unpacks.</summary>
    private static IEnumerable<byte[]> Packed(byte[] file)
    {
        for (var at = 0; at + 2 < file.Length; at++)
        {
            if (file[at] == 0x78 && ((file[at] << 8) | file[at + 1]) % 31 == 0 && Inflated(file, at) is { Length: > 0 } data)
            {
                yield return data;
            }
        }
    }

    private static byte[] Inflated(byte[] file, int at)
    {
        using var target = new MemoryStream();
        try
        {
            using var inflate = new ZLibStream(new MemoryStream(file, at, file.Length - at), CompressionMode.Decompress);
            inflate.CopyTo(target);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return target.ToArray(); // not the beginning of anything, or what was unpacked so far
        }

        return target.ToArray();
    }

    // What the word becomes after so many other bytes.
    private static string Base64(int pad)
    {
        var whole = Convert.ToBase64String([.. new byte[pad], .. Encoding.Latin1.GetBytes(Sign)]);
        return whole[(((pad * 8) + 5) / 6)..((pad + Sign.Length) * 8 / 6)];
    }
}
