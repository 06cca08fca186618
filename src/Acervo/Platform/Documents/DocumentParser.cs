using Acervo.Platform.Documents.Html;
using Acervo.Platform.Documents.OpenDocument;
using Acervo.Platform.Documents.Pdf;
using Acervo.Platform.Documents.Scan;
using Acervo.Platform.Documents.Text;
using Acervo.Platform.Documents.Word;

namespace Acervo.Platform.Documents;

/// <summary>Reads the bytes of one file of any supported kind. It trusts nothing, yet belongs in a process that may die: see the sandbox.</summary>
internal static class DocumentParser
{
    public static async Task<DocumentText> ParseAsync(byte[] file, IProgress<ReadingProgress>? progress = null, CancellationToken cancel = default)
    {
        if (file.Length > ReadingLimits.FileBytes)
        {
            throw new DocumentException($"El archivo pesa más de {ReadingLimits.FileBytes / 1024 / 1024} MB. Quite las imágenes que no hagan "
                + "falta o divídalo.");
        }

        var document = FileSignature.Detect(file) switch
        {
            DocumentKind.Word => WordParser.Parse(file),
            DocumentKind.Html => HtmlParser.Parse(file),
            DocumentKind.Pdf => await PdfParser.ParseAsync(file, progress, cancel),
            DocumentKind.Image => await ScanParser.ParseImageAsync(file, cancel),
            DocumentKind.OpenDocument => await OpenDocumentParser.ParseAsync(file, cancel),
            DocumentKind.OldWord => WordParser.Parse(await OfficeConverter.ToWordAsync(file, cancel)),
            _ => PlainTextParser.Parse(file),
        };
        document = InvisibleSigns.Clear(document);
        return document.Characters <= ReadingLimits.Characters ? document
            : throw new DocumentException("El documento tiene demasiado texto para ser un formato diligenciado. Revise que sea el archivo correcto.");
    }
}

/// <summary>How far a slow reading is: pages recognised of all pages.</summary>
public sealed record ReadingProgress(int Page, int Pages);
