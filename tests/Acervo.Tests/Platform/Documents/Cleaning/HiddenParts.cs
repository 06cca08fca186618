namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>The ways to keep a word in the parts of a workbook beside its cells, and over them.</summary>
internal static class HiddenParts
{
    private const string Draw = "xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Plain = """<row r="2"><c r="B2" t="s"><v>1</v></c></row>""";

    public static readonly IReadOnlyDictionary<string, Func<XlsxBuilder>> Ways = new Dictionary<string, Func<XlsxBuilder>>(StringComparer.Ordinal)
    {
        ["formula"] = () => new() { Rows = """<row r="2"><c r="B2"><f>LEN("CANARIO")</f><v>7</v></c></row>""" },
        ["defined name"] = () => new()
        {
            Book = """<definedNames><definedName name="CANARIO" hidden="1" comment="CANARIO">"CANARIO"</definedName>"""
            + """</definedNames>"""
        },
        ["list of a validation"] = () => new()
        {
            After = """<dataValidations><dataValidation type="list" sqref="B2" promptTitle="CANARIO" prompt="CANARIO" """
            + """error="CANARIO"><formula1>"CANARIO,b"</formula1></dataValidation></dataValidations>"""
        },
        ["header of printed pages"] = () => new()
        {
            After = """<headerFooter><oddHeader>&amp;1&amp;KFFFFFFCANARIO</oddHeader>"""
            + """<firstFooter>CANARIO</firstFooter></headerFooter>"""
        },
        ["protection and scenarios"] = () => new()
        {
            After = """<sheetProtection password="CANARIO"/><scenarios><scenario name="CANARIO" user="CANARIO" """
            + """comment="CANARIO"/></scenarios>"""
        },
        ["extension of the sheet"] = () => new() { After = """<extLst><ext uri="CANARIO"><x>CANARIO</x></ext></extLst>""" },
        ["name of a style"] = () => new()
        {
            Rest = """<cellStyles><cellStyle name="CANARIO" xfId="0"/></cellStyles><extLst><ext """
            + """uri="x">CANARIO</ext></extLst>"""
        },
        ["name of a font"] = () => new()
        {
            Rows = """<row r="2"><c r="B2" s="1"><v>7</v></c></row>""",
            Fonts = """<font><sz val="11"/><name val="CANARIO"/></font>""",
            Cells = "<xf fontId=\"1\"/>"
        },
        ["phonetic text"] = () => new()
        {
            Rows = """<row r="2"><c r="B2" t="s"><v>2</v></c></row>""",
            Strings = """<si><t>VISIBLE</t><rPh sb="0" eb="1"><t>CANARIO</t></rPh></si>"""
        },
        ["a text that no cell uses"] = () => new() { Strings = "<si><t>CANARIO-borrado</t></si>" },
        ["comments"] = () => Linked("comments", "<comments>CANARIO</comments>"),
        ["threaded comments"] = () => Linked("threadedComment", "<x>CANARIO</x>"),
        ["drawing of old comments"] = () => Linked("vmlDrawing", "<xml>CANARIO</xml>"),
        ["printer"] = () => Linked("printerSettings", "CANARIO"),
        ["table of a query"] = () => Linked("queryTable", "<x>CANARIO</x>"),
        ["pivot table"] = () => Linked("pivotTable", "<x>CANARIO</x>"),
        ["slicer"] = () => Linked("slicer", "<x>CANARIO</x>"),
        ["control"] = () => Linked("ctrlProp", "<x>CANARIO</x>"),
        ["a relationship that points outside"] = () => new()
        {
            SheetLinks = [("h", "hyperlink", "https://www.example.gov.co/?q=CANARIO")],
            After = """<hyperlinks><hyperlink ref="A1" r:id="h" tooltip="CANARIO" display="CANARIO"/></hyperlinks>"""
        },
        ["a link inside the workbook"] = () => new() { After = """<hyperlinks><hyperlink ref="A1" location="CANARIO!A1"/></hyperlinks>""" },
        ["external workbook"] = () => OfBook("externalLink", "<x>CANARIO</x>"),
        ["connections"] = () => OfBook("connections", "<x>CANARIO</x>"),
        ["cache of a pivot table"] = () => OfBook("pivotCacheDefinition", "<x>CANARIO</x>"),
        ["macros"] = () => OfBook("vbaProject", "CANARIO"),
        ["people"] = () => OfBook("person", "<x>CANARIO</x>"),
        ["custom XML"] = () => OfBook("customXml", "<x>CANARIO</x>"),
        ["properties"] = () => new()
        {
            Parts = [("docProps/core.xml", "<x>CANARIO</x>"), ("docProps/app.xml", "<x>CANARIO</x>"),
        ("docProps/custom.xml", "<x>CANARIO</x>")]
        },
        ["a part that nothing points at"] = () => new() { Parts = [("CANARIO.xml", "<x>CANARIO</x>")] },
        ["name of a table and its columns"] = () => Linked("table",
        """<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ref="A1:B2" name="CANARIO" comment="CANARIO"><tableColumns count="1">"""
            + """<tableColumn id="1" name="CANARIO"><calculatedColumnFormula>"CANARIO"</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo """
            + """name="TableStyleMedium2"/></table>"""),
        ["text box"] = () => Drawn($"{Anchor(3, 3, 6, 6)}<xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"2\" name=\"CANARIO\" "
            + "descr=\"CANARIO\"/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:p><a:r><a:t>CANARIO</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>"),
        ["under an opaque shape that stays behind"] = () => Drawn($"{Anchor(0, 1, 5, 5)}<xdr:sp><xdr:spPr><a:solidFill><a:srgbClr "
            + "val=\"FFFFFF\"/></a:solidFill></xdr:spPr></xdr:sp></xdr:twoCellAnchor>") with
        { Rows = Plain },
        ["under a chart"] = () => Drawn($"{Anchor(0, 1, 5, 5)}<xdr:graphicFrame/></xdr:twoCellAnchor>") with { Rows = Plain },
        ["under a picture"] = () => Drawn(Picture(Anchor(0, 1, 5, 5))) with { Rows = Plain },
        ["words for a picture"] = () => Drawn(Picture(Anchor(3, 3, 6, 6), "descr=\"CANARIO\" title=\"CANARIO\"")),
        ["a picture's metadata"] = () => Drawn(Picture(Anchor(3, 3, 6, 6))),
        ["a hidden picture"] = () => Drawn(Picture(Anchor(3, 3, 6, 6), "hidden=\"1\"")),
        ["a picture in another format"] = () => Drawn(Picture(Anchor(3, 3, 6, 6))) with { Files = [("xl/media/a.png", "<svg>CANARIO</svg>"u8.ToArray())] },
    };

    private static XlsxBuilder Linked(string kind, string text) => new() { SheetLinks = [("x", kind, "../x1.xml")], Parts = [("xl/x1.xml", text)] };

    private static XlsxBuilder OfBook(string kind, string text) => new() { BookLinks = [("x", kind, "x1.xml")], Parts = [("xl/x1.xml", text)] };

    private static XlsxBuilder Drawn(string anchors) => new()
    {
        After = "<drawing r:id=\"d\"/>",
        SheetLinks = [("d", "drawing", "../drawings/d.xml")],
        Parts = [("xl/drawings/d.xml", $"<xdr:wsDr {Draw}>{anchors}</xdr:wsDr>"),
        ("xl/drawings/_rels/d.xml.rels", XlsxBuilder.Relations([("i", "image", "../media/a.png")]))],
        Files = [("xl/media/a.png", Pictures.Png("CANARIO"))],
    };

    private static string Picture(string anchor, string properties = "") =>
        $"{anchor}<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"2\" name=\"Imagen\" {properties}/></xdr:nvPicPr><xdr:blipFill><a:blip "
            + "r:embed=\"i\"/></xdr:blipFill><xdr:spPr/></xdr:pic></xdr:twoCellAnchor>";

    private static string Anchor(int column, int row, int toColumn, int toRow) =>
        $"<xdr:twoCellAnchor><xdr:from><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
            + $"<xdr:to><xdr:col>{toColumn}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{toRow}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>";
}
