using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Platform.Documents.Word;

/// <summary>What every part of the reading of one Word file shares: the package, its styles, its list counters and the page reached.</summary>
internal sealed class WordSource(MainDocumentPart main, WordStories stories)
{
    private readonly bool rendered = stories.Document.Descendants<LastRenderedPageBreak>().Any();
    private readonly bool broken = stories.Document.Descendants<Break>().Any(IsPageBreak);
    private int page = 1;

    public MainDocumentPart Main { get; } = main;

    public WordStories Stories { get; } = stories;

    public WordStyles Styles { get; } = new(main.StyleDefinitionsPart?.Styles);

    public WordNumbering Numbering { get; } = new(stories.Numbering);

    /// <summary>The page reached; null when the file does not say where its pages break.</summary>
    public int? Page => rendered || broken ? page : null;

    /// <summary>Word marks every page it drew; a break that a person typed counts only where Word left no marks.</summary>
    public void BreakPage(bool typed) => page += typed && rendered ? 0 : 1;

    public static bool IsPageBreak(Break line) => line.Type is { } type && type.Value == BreakValues.Page;

    public string? Link(string? relationship) => relationship is null ? null
        : Main.HyperlinkRelationships.FirstOrDefault(link => link.Id == relationship)?.Uri.OriginalString;
}
