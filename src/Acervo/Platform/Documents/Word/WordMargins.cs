namespace Acervo.Platform.Documents.Word;

/// <summary>Collects the page headers, page footers and notes that are shown, as lines; the header table states code and version of a form.</summary>
internal static class WordMargins
{
    public static IReadOnlyList<string> Of(WordSource source)
    {
        var reader = new WordBlocks(source);
        return [.. source.Stories.Margins.SelectMany(root => DocumentLines.Of(reader.Read(root))).Where(line => line.Length > 0)];
    }
}
