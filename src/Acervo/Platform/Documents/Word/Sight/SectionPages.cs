namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>How many pages begin in a section, at least and at most, and whether it begins with one.</summary>
internal sealed record SectionPages(int Least, int Most, bool StartsPage, bool IsFirst)
{
    public static readonly SectionPages Unknown = new(0, 99, true, false);
}
