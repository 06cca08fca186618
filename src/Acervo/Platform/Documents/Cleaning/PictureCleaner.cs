namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Cleans loose pictures, and those inside other documents: each is drawn anew and nothing of the original comes along.</summary>
internal static class PictureCleaner
{
    private const string Metadata = "metadatos de imagen (cámara, lugar, fecha, textos)";
    private const string Transparency = "transparencia de imágenes (quedan sobre blanco)";
    private const string Cropped = "partes recortadas de imágenes";

    public static CleanedDocument CleanPng(byte[] file) => Cleaned(file, PngMetadata.IsPng(file));

    public static CleanedDocument CleanJpeg(byte[] file) => Cleaned(file, JpegMetadata.IsJpeg(file));

    /// <summary>The clean bytes of a picture inside a document; pictures of other kinds are refused, because their inside is not known.</summary>
    public static byte[] CleanInside(string name, byte[] picture, CleaningNotes notes, PictureCrop crop = default) =>
        IsKnown(picture)
            ? Redrawn(picture, crop, notes)
            : throw new CleaningException($"La imagen «{Path.GetFileName(name)}» está en un formato que no se puede limpiar con certeza. Reemplácela por una "
                + "imagen PNG o JPEG.");

    /// <summary>Whether a picture is of a kind that can be drawn anew; others are to be dropped, and told.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> picture) => PngMetadata.IsPng(picture) || JpegMetadata.IsJpeg(picture);

    private static CleanedDocument Cleaned(byte[] file, bool isWhatItSays)
    {
        var notes = new CleaningNotes();
        return isWhatItSays ? new CleanedDocument(Redrawn(file, default, notes), notes.Sentences) : throw new InvalidDataException("Not the picture it says.");
    }

    private static byte[] Redrawn(byte[] picture, PictureCrop crop, CleaningNotes notes)
    {
        var (bytes, wasClear) = PictureRedraw.Draw(picture, crop);
        if (HasMore(picture))
        {
            notes.Mention(Metadata);
        }

        if (wasClear)
        {
            notes.Mention(Transparency);
        }

        if (crop is not { Left: <= 0, Top: <= 0, Right: <= 0, Bottom: <= 0 })
        {
            notes.Mention(Cropped);
        }

        return bytes;
    }

    /// <summary>Whether the original said more than its pixels.</summary>
    private static bool HasMore(byte[] picture) =>
        (PngMetadata.IsPng(picture) ? PngMetadata.Strip(picture) : JpegMetadata.Strip(picture)).Length != picture.Length;
}
