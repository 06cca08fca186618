using System.Buffers;
using System.IO.Compression;

namespace Acervo.Platform.Documents;

/// <summary>
/// Inflates every entry of a compressed document, counting, before any parser sees it: the sizes a file declares may lie, and its XML may be deeper than any
/// text.
/// </summary>
internal static class InflationGuard
{
    private const int FreeBytes = 1024 * 1024;

    public static void Check(byte[] file)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > ReadingLimits.Entries)
            {
                throw TooLarge();
            }

            var total = 0L;
            foreach (var entry in archive.Entries)
            {
                total += Count(entry, ReadingLimits.InflatedBytes - total);
            }

            if (archive.Entries.Any(entry => !IsWithin(entry)))
            {
                throw new DocumentException("El archivo tiene más cuadros, cambios o controles de lo que se admite, o metidos unos en otros demasiadas veces. "
                    + "Copie su contenido en un documento nuevo y envíelo.");
            }
        }
        catch (InvalidDataException cause)
        {
            throw new DocumentException("El archivo está dañado o incompleto. Ábralo en Word, guárdelo de nuevo y envíelo.", cause);
        }
    }

    private static bool IsWithin(ZipArchiveEntry entry)
    {
        var start = new byte[64];
        using (var peek = entry.Open())
        {
            start = start[..peek.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }

        return !XmlBounds.IsXml(start) || XmlBounds.AreKept(entry.Open());
    }

    private static long Count(ZipArchiveEntry entry, long left)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var stream = entry.Open();
            var count = 0L;
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                count += read;
                if (count > left || (count > FreeBytes && count > Math.Max(entry.CompressedLength, 1) * ReadingLimits.InflationRatio))
                {
                    throw TooLarge();
                }
            }

            return count;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static DocumentException TooLarge() =>
        new("El archivo ocupa demasiado al descomprimirse y no se lee por seguridad. Quite las imágenes grandes, guárdelo de nuevo y envíelo.");
}
