using System.Xml;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Makes the public copy of a document: what people see stays, what they do not see goes. Meant to run in a limited process.</summary>
public static class DocumentCleaner
{
    public const int MostBytes = 100 * 1024 * 1024;

    public static CleanedDocument Clean(byte[] file, CleanableKind kind)
    {
        if (file.Length is 0 or > MostBytes)
        {
            throw new CleaningException("El archivo está vacío o es demasiado grande para prepararlo para publicación.");
        }

        try
        {
            return kind switch
            {
                CleanableKind.Docx => DocxCleaner.Clean(file),
                CleanableKind.Xlsx => XlsxCleaner.Clean(file),
                CleanableKind.Pdf => PdfCleaner.Clean(file),
                CleanableKind.Png => PictureCleaner.CleanPng(file),
                _ => PictureCleaner.CleanJpeg(file),
            };
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or UriFormatException or ArgumentException or FormatException)
        {
            throw new CleaningException("El archivo está dañado, cifrado o no es del tipo que dice ser. Ábralo en su programa, guárdelo de nuevo y "
                + "súbalo otra vez.", error);
        }
    }
}
