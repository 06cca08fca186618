using System.Text;

namespace Acervo.Platform.Documents;

/// <summary>Tells by the bytes of a file what it is, and refuses in plain words what is no document.</summary>
public static class FileSignature
{
    private const int Window = 4096;

    public static DocumentKind Detect(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            throw new DocumentException("El archivo está vacío. Vuelva a guardarlo y envíelo de nuevo.");
        }

        if (StartsWith(file, "%PDF-") || file[..Math.Min(file.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return DocumentKind.Pdf;
        }

        if (StartsWith(file, "PK\u0003\u0004"))
        {
            return Zip(file);
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return Compound(file);
        }

        if (IsImage(file))
        {
            return DocumentKind.Image;
        }

        RefusePrograms(file);
        return Text(file);
    }

    private static DocumentKind Zip(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf("word/"u8) >= 0)
        {
            return DocumentKind.Word;
        }

        if (file[..Math.Min(file.Length, 200)].IndexOf("application/vnd.oasis.opendocument.text"u8) >= 0)
        {
            return DocumentKind.OpenDocument;
        }

        throw new DocumentException("Este tipo de archivo no se puede leer. Envíe el formato en Word (.docx o .doc), OpenDocument (.odt), PDF, "
            + "imagen o texto.");
    }

    private static DocumentKind Compound(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
        {
            throw new DocumentException("El documento está protegido con contraseña. Quite la contraseña en Word (Archivo, Información, Proteger documento) y "
                + "envíelo de nuevo.");
        }

        return file.IndexOf(Encoding.Unicode.GetBytes("WordDocument")) >= 0
            ? DocumentKind.OldWord
            : throw new DocumentException("El archivo es de un programa de oficina antiguo que no se puede leer. Ábralo y guárdelo como documento de Word "
                + "(.docx) o PDF.");
    }

    private static bool IsImage(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]) // PNG
        || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) // JPEG
        || file.StartsWith((ReadOnlySpan<byte>)[0x49, 0x49, 0x2A, 0x00]) || file.StartsWith((ReadOnlySpan<byte>)[0x4D, 0x4D, 0x00, 0x2A]) // TIFF
        || (file.Length > 12 && StartsWith(file, "RIFF") && StartsWith(file[8..], "WEBP"));

    private static void RefusePrograms(ReadOnlySpan<byte> file)
    {
        if ((StartsWith(file, "MZ") && file[..Math.Min(file.Length, Window)].IndexOf((byte)0) >= 0)
            || file.StartsWith((ReadOnlySpan<byte>)[0x7F, 0x45, 0x4C, 0x46]))
        {
            throw new DocumentException("El archivo es un programa con otro nombre, no un documento. Envíe el formato en Word (.docx), PDF, imagen o texto.");
        }
    }

    private static DocumentKind Text(ReadOnlySpan<byte> file)
    {
        var head = file[..Math.Min(file.Length, Window)];
        var wide = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!wide && head.IndexOf((byte)0) >= 0)
        {
            throw new DocumentException("El archivo no es un documento de texto. Envíe el formato en Word (.docx), PDF, imagen o texto.");
        }

        if (StartsWith(head, "{\\rtf"))
        {
            throw new DocumentException("El archivo es de texto enriquecido (RTF). Ábralo en Word y guárdelo como .docx.");
        }

        var start = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<body", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<div", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<p>", StringComparison.OrdinalIgnoreCase)
            ? DocumentKind.Html
            : DocumentKind.PlainText;
    }

    private static bool StartsWith(ReadOnlySpan<byte> file, string ascii) => file.StartsWith(Encoding.ASCII.GetBytes(ascii));
}
