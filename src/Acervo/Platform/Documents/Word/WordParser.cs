using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Acervo.Platform.Documents.Word;

/// <summary>Reads a .docx into blocks. Tracked changes count as accepted; what a printed page would not show is reported instead of read.</summary>
internal static class WordParser
{
    private const string Damaged = "El documento de Word está dañado o incompleto. Ábralo en Word, guárdelo de nuevo y envíelo.";

    public static DocumentText Parse(byte[] file)
    {
        InflationGuard.Check(file);
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file, writable: false), isEditable: false,
                new OpenSettings { MaxCharactersInPart = ReadingLimits.InflatedBytes });
            return Parse(document);
        }
        catch (Exception cause) when (cause is OpenXmlPackageException or XmlException or InvalidDataException or FileFormatException
            or FormatException or KeyNotFoundException or UriFormatException or ArgumentException)
        {
            throw new DocumentException(Damaged, cause);
        }
    }

    private static DocumentText Parse(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart;
        if (main is null)
        {
            throw new DocumentException(Damaged);
        }

        var stories = new WordStories(main);
        if (stories.Document.Body is not { } body)
        {
            throw new DocumentException(Damaged);
        }

        var source = new WordSource(main, stories);
        var blocks = new WordBlocks(source).Read(body);
        if (!HasText(blocks))
        {
            throw new DocumentException(main.ImageParts.Any()
                ? "El documento de Word solo contiene imágenes, sin texto. Envíe el PDF escaneado o las imágenes, o escriba el texto en el formato."
                : "El documento de Word no tiene texto. Revise que sea el archivo diligenciado y envíelo de nuevo.");
        }

        return new DocumentText
        {
            Kind = DocumentKind.Word,
            Blocks = blocks,
            Pages = source.Page,
            Margins = WordMargins.Of(source),
            Findings = [.. WordFindings.Of(document, stories), .. WordFindings.Struck(source.Struck)],
            Hidden = stories.Hidden,
        };
    }

    private static bool HasText(IReadOnlyList<DocumentBlock> blocks) => blocks.Any(block => block.Rows is { } rows
        ? rows.Any(row => row.Cells.Any(cell => HasText(cell.Blocks)))
        : block.Text.Length > 0);
}
