using System.Xml;
using Acervo.Platform.Documents.Cleaning;
using Acervo.Platform.Documents.Word;

namespace Acervo.Platform.Documents.OpenDocument;

/// <summary>
/// Reads .odt files: what they mark as hidden in ways that Word does not know is taken out first, LibreOffice turns the rest into Word, and
/// there it is judged as any other Word file.
/// </summary>
internal static class OpenDocumentParser
{
    private const string Damaged = "No se pudo leer este tipo de documento. Ábralo y guárdelo como documento de Word (.docx) o PDF.";

    public static async Task<DocumentText> ParseAsync(byte[] file, CancellationToken cancel)
    {
        InflationGuard.Check(file);
        var (shown, hidden) = Open(file);
        var document = WordParser.Parse(await OfficeConverter.ToWordAsync(shown, cancel));
        return document with { Hidden = HiddenText.Join(hidden, document.Hidden) };
    }

    /// <summary>The file without what its own marks hide, and what that was.</summary>
    internal static (byte[] Shown, HiddenText? Hidden) Open(byte[] file)
    {
        try
        {
            var package = OfficePackage.Read(file);
            var hidden = HiddenMarks.Cut(package);
            return (package.ToBytes(), HiddenText.Of(hidden));
        }
        catch (Exception cause) when (cause is XmlException or InvalidDataException or CleaningException)
        {
            throw new DocumentException(Damaged, cause);
        }
    }
}
