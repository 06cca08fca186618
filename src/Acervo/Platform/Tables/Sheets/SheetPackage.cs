using System.IO.Compression;
using System.Text;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>The package that a workbook is: measured before anything reads it, for the sizes that it declares may lie.</summary>
internal static class SheetPackage
{
    private const string Content = "content.xml";

    /// <summary>Unpacks every part, counting.</summary>
    public static void Measure(byte[] file)
    {
        using var archive = Open(file);
        var left = TableLimits.UnpackedBytes;
        var buffer = new byte[64 * 1024];
        foreach (var entry in archive.Entries.Count <= TableLimits.Parts ? archive.Entries : throw TooBig())
        {
            using var part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                left -= read;
                _ = left >= 0 ? left : throw TooBig();
            }
        }
    }

    /// <summary>The sheets of an OpenDocument package, after it was measured.</summary>
    public static Stream OpenDocument(byte[] file)
    {
        var archive = Open(file);
        if (archive.GetEntry("encrypted-package") is not null || (archive.GetEntry("META-INF/manifest.xml") is { } manifest && IsLocked(manifest)))
        {
            throw new TableException("La hoja de cálculo está protegida con contraseña. Guárdela sin contraseña y envíela de nuevo.");
        }

        return archive.GetEntry(Content)?.Open() ?? throw new InvalidDataException("The package has no content.");
    }

    public static ZipArchive Open(byte[] file) => new(new MemoryStream(file, writable: false), ZipArchiveMode.Read);

    private static bool IsLocked(ZipArchiveEntry manifest)
    {
        using var text = new StreamReader(manifest.Open(), Encoding.UTF8);
        return text.ReadToEnd().Contains("encryption-data", StringComparison.Ordinal);
    }

    private static TableException TooBig() => new("El archivo ocupa más de 200 MB al descomprimirse y no se lee por seguridad. Quite imágenes y hojas que no "
        + "hagan falta, o divídalo.");
}
