using System.Xml.Linq;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>The look of a printed form, all of it in named styles: Arial 12, wide lines, grey help dark enough to read.</summary>
internal static class DocxStyles
{
    public const string Grey = "595959";

    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    public static byte[] ToXml() => Bytes(Root(
        "styles",
        Defaults(),
        Style("paragraph", "Normal", "Normal", isDefault: true),
        Style("character", "DefaultParagraphFont", "Default Paragraph Font", isDefault: true),
        TableNormal(),
        TableGrid(),
        Paragraph("Title", "Title", [Val("jc", "center")], Bold),
        Paragraph("Heading1", "heading 1", [El("keepNext"), NumPr(DocxNumbering.Headings), Space(360, 200), Val("outlineLvl", 0)], [.. Bold, El("caps")]),
        Paragraph("Definition", "Definición", [Val("jc", "both")], [El("i"), El("iCs")]),
        Paragraph("Note", "Nota", [Val("jc", "both")], []),
        Paragraph("Question", "Pregunta", [El("keepNext"), Space(120, 160), Val("outlineLvl", 1)], Bold),
        Paragraph("Help", "Ayuda", [Val("jc", "both")], Small(Grey)),
        Paragraph("Answer", "Respuesta", [Val("jc", "left")], []),
        Paragraph("LongAnswer", "Respuesta larga", [Val("jc", "both")], []),
        Paragraph("ListParagraph", "List Paragraph", [El("ind", At("left", 720)), El("contextualSpacing"), Val("jc", "both")], []),
        Paragraph("Header", "header", [Space(0, 0, 240)], []),
        Paragraph("FootnoteText", "footnote text", [Space(0, 0, 240)], [Val("sz", 18), Val("szCs", 18)]),
        Character("FootnoteReference", "footnote reference", Val("vertAlign", "superscript")),
        Character("Hyperlink", "Hyperlink", Val("color", "0563C1"), Val("u", "single")),
        Character("PlaceholderText", "Placeholder Text", Val("color", Grey)),
        Character("HelpText", "Texto de ayuda", Small(Grey))));

    private static XElement Defaults() => El(
        "docDefaults",
        El("rPrDefault", El(
            "rPr",
            El("rFonts", At("ascii", "Arial"), At("eastAsia", "Arial"), At("hAnsi", "Arial"), At("cs", "Arial")),
            Val("sz", 24),
            Val("szCs", 24),
            El("lang", At("val", "es-CO"), At("eastAsia", "es-CO"), At("bidi", "ar-SA")))),
        El("pPrDefault", El("pPr", Space(0, 200, 331))));

    private static XElement Paragraph(string id, string name, object[] paragraph, object[] run) => Style(
        "paragraph", id, name, false, Val("basedOn", "Normal"), El("qFormat"), El("pPr", paragraph), run.Length == 0 ? null : El("rPr", run));

    private static XElement Character(string id, string name, params object[] run) =>
        Style("character", id, name, false, El("rPr", run));

    private static XElement Style(string type, string id, string name, bool isDefault, params object?[] content) => El(
        "style", At("type", type), isDefault ? At("default", 1) : null, At("styleId", id), Val("name", name), content);

    private static XElement TableNormal() => Style("table", "TableNormal", "Normal Table", true, El(
        "tblPr", El("tblInd", At("w", 0), At("type", "dxa")),
        El("tblCellMar", Margin("top", 0), Margin("left", 108), Margin("bottom", 0), Margin("right", 108))));

    private static XElement TableGrid() => Style("table", "TableGrid", "Table Grid", false, Val("basedOn", "TableNormal"), El(
        "tblPr", El("tblBorders", Sides.Select(Border))));

    private static XElement Border(string side) =>
        El(side, At("val", "single"), At("sz", 4), At("space", 0), At("color", "auto"));

    private static XElement Margin(string side, int width) => El(side, At("w", width), At("type", "dxa"));

    private static XElement NumPr(int id) => El("numPr", Val("ilvl", 0), Val("numId", id));

    private static XElement Space(int before, int after, int line = 331) =>
        El("spacing", At("before", before), At("after", after), At("line", line), At("lineRule", "auto"));

    private static object[] Small(string colour) => [Val("color", colour), Val("sz", 20), Val("szCs", 20)];
}
