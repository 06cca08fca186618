using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>What decides how the letters of a document look, wherever they stand: theme, styles and settings.</summary>
internal sealed class LookBook
{
    public LookBook(XElement document, XElement? styles, XElement? theme, XElement? settings, SightParts more)
    {
        var colours = new ThemeColours(theme, settings);
        Paints = new Paints(colours);
        Runs = new RunProperties(Paints, theme);
        Lists = new ListLooks(more.Numbering, Paints);
        BlankFonts = FontTruth.Blank(more.Fonts, more.OpenFont).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Styles = new SightStyles(styles, Runs, Paints);
        WebView = settings?.Element(W + "view").Val() == "web";
        var background = settings?.Element(W + "displayBackgroundShape")?.IsOn() == true ? document.Element(W + "background") : null;
        Page = background is not null && colours.Of(background, "color") is { } page ? new Ground([page]) : Ground.Paper;
    }

    public Paints Paints { get; }

    public RunProperties Runs { get; }

    public SightStyles Styles { get; }

    public ListLooks Lists { get; }

    /// <summary>Fonts that do not draw the letters that are written in them.</summary>
    public IReadOnlySet<string> BlankFonts { get; }

    /// <summary>The document opens as a web page, where text marked as hidden on the web is not shown.</summary>
    public bool WebView { get; }

    /// <summary>The colour of the sheet; the one a file names counts only where the settings show it.</summary>
    public Ground Page { get; }
}
