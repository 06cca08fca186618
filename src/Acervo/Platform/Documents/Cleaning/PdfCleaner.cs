namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// Makes the public copy of a PDF by printing it again, page by page: only what is drawn survives. Properties, attachments, scripts,
/// form fields, notes, hidden layers, invisible text, text off the page and former revisions are not drawn. Bookmarks, links and the text layer of
/// scans are lost with them. Text under a black bar, or white on white, IS drawn: no program can tell it from a design.
/// </summary>
internal static class PdfCleaner
{
    private static readonly string[] Removed =
    [
        "El PDF se volvió a imprimir: se quitaron propiedades, archivos adjuntos, programas, notas, campos, capas y textos ocultos, y versiones anteriores.",
        "Se perdieron los marcadores y los enlaces, y el texto invisible de las páginas escaneadas.",
        "Revise a la vista que no haya datos tapados con recuadros o escritos en blanco: siguen dentro del archivo.",
    ];

    public static CleanedDocument Clean(byte[] file)
    {
        if (file.AsSpan(0, Math.Min(1024, file.Length)).IndexOf("%PDF-"u8) < 0)
        {
            throw new InvalidDataException("Not a PDF.");
        }

        var printed = PdfReprint.Print(file);
        PdfPictures.BlankMetadata(printed);
        return new CleanedDocument(printed, Removed);
    }
}
