namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Cleans loose pictures, and those inside other documents, without touching their pixels.</summary>
internal static class PictureCleaner
{
    private const string Metadata = "metadatos de imagen (cámara, lugar, fecha, textos)";

    public static CleanedDocument CleanPng(byte[] file) => Cleaned(file, PngMetadata.Strip(file));

    public static CleanedDocument CleanJpeg(byte[] file) => Cleaned(file, JpegMetadata.Strip(file));

    /// <summary>The clean bytes of a picture inside a document; pictures of other kinds are refused, because their inside is not known.</summary>
    public static byte[] CleanInside(string name, byte[] picture, CleaningNotes notes)
    {
        var clean = picture switch
        {
            _ when PngMetadata.IsPng(picture) => PngMetadata.Strip(picture),
            _ when JpegMetadata.IsJpeg(picture) => JpegMetadata.Strip(picture),
            _ => throw new CleaningException($"La imagen «{Path.GetFileName(name)}» está en un formato que no se puede limpiar con certeza. Reemplácela por una imagen PNG o JPEG."),
        };
        if (clean.Length != picture.Length)
        {
            notes.Mention(Metadata);
        }

        return clean;
    }

    private static CleanedDocument Cleaned(byte[] before, byte[] after)
    {
        var notes = new CleaningNotes();
        notes.Add(Metadata, before.Length == after.Length ? 0 : 1);
        return new CleanedDocument(after, notes.Sentences);
    }
}
