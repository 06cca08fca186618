using DocumentFormat.OpenXml.Packaging;

namespace Acervo.Platform.Documents.Word;

/// <summary>What every part of the reading of one Word file shares: the package, its styles, its list counters and the page reached.</summary>
internal sealed class WordSource(MainDocumentPart main)
{
    private int page = 1;
    private bool paged;

    public MainDocumentPart Main { get; } = main;

    public WordStyles Styles { get; } = new(main.StyleDefinitionsPart?.Styles);

    public WordNumbering Numbering { get; } = new(main.NumberingDefinitionsPart?.Numbering);

    /// <summary>The page last written by Word; null when the file does not say where its pages break.</summary>
    public int? Pages => paged ? page : null;

    public int Page => page;

    public void BreakPage()
    {
        paged = true;
        page++;
    }

    public string? Link(string? relationship) => relationship is null ? null
        : Main.HyperlinkRelationships.FirstOrDefault(link => link.Id == relationship)?.Uri.OriginalString;
}
