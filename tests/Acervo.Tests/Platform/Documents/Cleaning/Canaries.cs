using System.IO.Compression;
using System.Text;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>Looks for planted words in a file and in everything packed inside it, in the encodings that programs write.</summary>
internal static class Canaries
{
    private const string Sign = "CANARIO";

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
                found.AddRange(Scan(part.ToArray(), entry.FullName));
                found.AddRange(Scan(Encoding.UTF8.GetBytes(entry.FullName + entry.Comment), "name of an entry"));
            }
        }

        if (file.AsSpan().StartsWith("%PDF"u8))
        {
            found.AddRange(Streams(file).SelectMany(stream => Scan(stream, "a stream")));
        }

        return found;
    }

    private static IEnumerable<string> Scan(byte[] bytes, string place) =>
        new[] { Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode }.SelectMany(encoding => Words(bytes, encoding, place));

    private static IEnumerable<string> Words(byte[] bytes, Encoding encoding, string place)
    {
        var sign = encoding.GetBytes(Sign);
        for (var at = bytes.AsSpan().IndexOf(sign); at >= 0;)
        {
            yield return $"{place}: {encoding.GetString(bytes, at, Math.Min(60, bytes.Length - at) / 2 * 2)}";
            var next = bytes.AsSpan(at + 1).IndexOf(sign);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static IEnumerable<byte[]> Streams(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        for (var at = text.IndexOf("stream\n", StringComparison.Ordinal); at >= 0; at = text.IndexOf("stream\n", at + 7, StringComparison.Ordinal))
        {
            if (pdf.AsSpan(at + 7).StartsWith(new byte[] { 0x78 }))
            {
                using var target = new MemoryStream();
                using var inflate = new ZLibStream(new MemoryStream(pdf, at + 7, pdf.Length - at - 7), CompressionMode.Decompress);
                inflate.CopyTo(target);
                yield return target.ToArray();
            }
        }
    }
}
