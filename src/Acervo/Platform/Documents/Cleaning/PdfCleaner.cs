namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// Makes the public copy of a PDF from what is drawn: the picture of each page, and the words recognised on it. No object of the original comes
/// along: no font, stream, property, note, layer or attachment, and no word that is not seen.
/// </summary>
internal static class PdfCleaner
{
    private const string Redrawn =
        "El PDF se volvió a dibujar página por página: se quitaron propiedades, archivos adjuntos, programas, notas, campos, capas y textos ocultos, "
            + "marcadores, enlaces y versiones anteriores.";

    public static CleanedDocument Clean(byte[] file)
    {
        if (file.AsSpan(0, Math.Min(1024, file.Length)).IndexOf("%PDF-"u8) < 0)
        {
            throw new InvalidDataException("Not a PDF.");
        }

        using var drawing = new PdfDrawing();
        var pages = drawing.Draw(file);
        return new CleanedDocument(PdfCopy.Write(pages), [.. Notes(pages)]);
    }

    private static IEnumerable<string> Notes(IReadOnlyList<PdfPage> pages)
    {
        yield return Redrawn;
        if (pages.Sum(page => page.Unseen) is > 0 and var unseen)
        {
            yield return $"Palabras que el archivo guardaba y nadie ve: {unseen} (páginas: {Where(pages, page => page.Unseen)}). No están en la copia.";
        }

        if (pages.Sum(page => page.Different) is > 0 and var different)
        {
            yield return $"Palabras del archivo que no se reconocieron en la imagen: {different} (páginas: {Where(pages, page => page.Different)}). "
                + "Abra la copia y compruebe que está completa.";
        }

        if (pages.Count > PdfDrawing.MostRecognised)
        {
            yield return $"Desde la página {PdfDrawing.MostRecognised + 1} la copia es solo imagen: su texto no se puede buscar ni oír con un lector de "
                + $"pantalla. Divida el PDF en partes de {PdfDrawing.MostRecognised} páginas.";
        }
    }

    private static string Where(IReadOnlyList<PdfPage> pages, Func<PdfPage, int> count) =>
        string.Join(", ", pages.Select((page, at) => (page, at)).Where(pair => count(pair.page) > 0).Select(pair => pair.at + 1).Take(20));
}
