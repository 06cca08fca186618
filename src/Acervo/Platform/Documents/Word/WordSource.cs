using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Platform.Documents.Word;

/// <summary>What every part of the reading of one Word file shares: the package, its styles, its list counters and the page reached.</summary>
internal sealed class WordSource(MainDocumentPart main, WordStories stories)
{
    private readonly bool rendered = stories.Document.Descendants<LastRenderedPageBreak>().Any();
    private readonly bool broken = stories.Document.Descendants<Break>().Any(IsPageBreak);
    private readonly List<string> struck = [];
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

    /// <summary>The words that somebody struck out: they are not read, and that is told.</summary>
    public IReadOnlyList<string> Struck => struck;

    public void Strike(string words) => struck.AddRange(string.IsNullOrWhiteSpace(words) ? [] : [words.Trim()]);

    /// <summary>The note that a reference names; null when it is not shown.</summary>
    public OpenXmlElement? Note(OpenXmlElement reference) => reference switch
    {
        FootnoteReference foot => Stories.Margins.OfType<Footnote>().FirstOrDefault(note => note.Id?.Value == foot.Id?.Value),
        EndnoteReference end => Stories.Margins.OfType<Endnote>().FirstOrDefault(note => note.Id?.Value == end.Id?.Value),
        _ => null,
    };

    public string? Link(string? relationship) => relationship is null ? null
        : Main.HyperlinkRelationships.FirstOrDefault(link => link.Id == relationship)?.Uri.OriginalString
            ?? (WordLinkFields.IsAddress(relationship) ? relationship : null);
}
