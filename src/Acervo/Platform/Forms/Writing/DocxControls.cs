using System.Xml.Linq;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>Content controls: the boxes in which people answer in Word, tagged with the key of the question so that the answer is found again.</summary>
internal sealed class DocxControls(bool blank)
{
    /// <summary>What an empty box says in a blank form. It is marked as a placeholder, so no reader need take it for an answer.</summary>
    public const string Placeholder = "Escriba aquí su respuesta.";

    // An empty answer of a filled form leaves room and says nothing.
    private const string Room = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

    private int last;

    /// <summary>A box of paragraphs; without paragraphs it waits for an answer.</summary>
    public XElement Block(string tag, string title, string style, bool plain, IReadOnlyCollection<XElement> paragraphs)
    {
        var waits = paragraphs.Count == 0;
        return El(
            "sdt",
            Properties(tag, title, waits, Kind(plain, paragraphs)),
            El("sdtContent", waits ? Paragraph(style, Waiting(Placeholder)) : paragraphs));
    }

    /// <summary>A box inside a line.</summary>
    public XElement Inline(string tag, string title, string? text, string placeholder) => El(
        "sdt",
        Properties(tag, title, text is null, El("text")),
        El("sdtContent", text is null ? Waiting(placeholder) : Run(text)));

    public XElement CheckBox(string tag, string title, bool marked) => El(
        "sdt",
        Properties(tag, title, false, new XElement(
            W14 + "checkbox",
            new XElement(W14 + "checked", new XAttribute(W14 + "val", marked ? "1" : "0")),
            State("checkedState", "0058", "Arial"),
            State("uncheckedState", "2610", "MS Gothic"))),
        El("sdtContent", marked ? Run("X", Bold) : Run("☐", El("rFonts", At("ascii", "MS Gothic"), At("hAnsi", "MS Gothic"), At("eastAsia", "MS Gothic")))));

    // LibreOffice prints the code of a link that stands in the first paragraph of a rich text box; in a building block it does not.
    private static XElement? Kind(bool plain, IEnumerable<XElement> paragraphs)
    {
        var linked = paragraphs.FirstOrDefault()?.Element(W + "hyperlink") is not null;
        return (plain, linked) switch { (true, _) => El("text"), (_, true) => El("docPartList"), _ => null };
    }

    private XElement Properties(string tag, string title, bool waits, XElement? kind) => El(
        "sdtPr",
        Val("alias", title.Length > 64 ? title[..64] : title),
        Val("tag", tag),
        Val("id", ++last),
        Val("lock", "sdtLocked"),
        waits ? El("showingPlcHdr") : null,
        kind);

    private XElement Waiting(string placeholder) => Run(blank ? placeholder : Room, Val("rStyle", "PlaceholderText"), Val("color", DocxStyles.Grey));

    private static XElement State(string name, string character, string font) =>
        new(W14 + name, new XAttribute(W14 + "val", character), new XAttribute(W14 + "font", font));
}
