namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The pictures of the copy: each drawn anew, cut as it is shown, once for each way it is cut.</summary>
internal sealed class DocxPictures(OfficePackage source, OfficePackage target, CleaningNotes notes)
{
    private readonly Dictionary<(string Part, PictureCrop Crop), string?> drawn = [];

    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>The name of the picture in the copy; null when the original is none that can be drawn.</summary>
    public string? Draw(string part, PictureCrop crop)
    {
        if (!drawn.TryGetValue((part, crop), out var name))
        {
            drawn[(part, crop)] = name = source.Has(part) && PictureCleaner.IsKnown(source[part]) ? Keep(part, crop) : null;
        }

        return name;
    }

    private string Keep(string part, PictureCrop crop)
    {
        var picture = PictureCleaner.CleanInside(part, source[part], notes, crop);
        var name = $"word/media/image{drawn.Count + 1}.{(PngMetadata.IsPng(picture) ? "png" : "jpeg")}";
        target[name] = picture;
        Used.Add(part);
        return name;
    }
}
