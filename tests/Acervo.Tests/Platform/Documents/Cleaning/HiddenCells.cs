namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>The ways to keep a word in the cells and sheets of a workbook where nobody sees it.</summary>
internal static class HiddenCells
{
    /// <summary>Row 2 with the word in B2; style 1 is whatever the way makes of it.</summary>
    private const string Row = """<row r="2"><c r="B2" s="1" t="s"><v>1</v></c></row>""";
    private const string Plain = """<row r="2"><c r="B2" t="s"><v>1</v></c></row>""";

    /// <summary>A number that spells nothing until its format does.</summary>
    private const string Number = """<row r="2"><c r="B2" s="1"><v>3000000012.25</v></c></row>""";

    /// <summary>The ways that hide the other cell too.</summary>
    public static readonly IReadOnlySet<string> HideAll = new HashSet<string>(StringComparer.Ordinal)
    {
        "all rows flat by default", "rows hidden by default", "all columns narrow by default", "scrolled away above a frozen pane",
    };

    public static readonly IReadOnlyDictionary<string, Func<XlsxBuilder>> Ways = new Dictionary<string, Func<XlsxBuilder>>(StringComparer.Ordinal)
    {
        ["hidden sheet"] = () => new() { Sheets = """<sheet name="CANARIO" sheetId="2" state="hidden" r:id="s2"/>""" },
        ["very hidden sheet"] = () => new() { Sheets = """<sheet name="CANARIO" sheetId="2" state="veryHidden" r:id="s2"/>""" },
        ["sheet without tabs to reach it"] = () => new()
        {
            Sheets = """<sheet name="CANARIO" sheetId="2" r:id="s2"/>""",
            Window = "showSheetTabs=\"0\" activeTab=\"0\""
        },
        ["hidden row"] = () => new() { Rows = """<row r="2" hidden="1"><c r="B2" t="s"><v>1</v></c></row>""" },
        ["row without height"] = () => new() { Rows = """<row r="2" ht="0" customHeight="1"><c r="B2" t="s"><v>1</v></c></row>""" },
        ["row of one point"] = () => new() { Rows = """<row r="2" ht="1.5" customHeight="1"><c r="B2" t="s"><v>1</v></c></row>""" },
        ["row folded in a group"] = () => new() { Rows = """<row r="2" outlineLevel="1" hidden="true"><c r="B2" t="s"><v>1</v></c></row>""" },
        ["all rows flat by default"] = () => new() { Before = """<sheetFormatPr defaultRowHeight="1" customHeight="1"/>""", Rows = Plain },
        ["rows hidden by default"] = () => new() { Before = """<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>""", Rows = Plain },
        ["filtered row"] = () => new()
        {
            Rows = """<row r="2" hidden="1"><c r="B2" t="s"><v>1</v></c></row>""",
            After = """<autoFilter ref="A1:B9"><filterColumn colId="0"><filters><filter val="CANARIO"/></filters></filterColumn></autoFilter>"""
        },
        ["hidden column"] = () => new() { Before = """<cols><col min="2" max="2" width="9" hidden="1"/></cols>""", Rows = Plain },
        ["column without width"] = () => new() { Before = """<cols><col min="2" max="9" width="0.1" customWidth="1"/></cols>""", Rows = Plain },
        ["all columns narrow by default"] = () => new() { Before = """<sheetFormatPr defaultColWidth="0.2" defaultRowHeight="15"/>""", Rows = Plain },
        ["scrolled away above "
            + "a frozen pane"] = () => new()
            {
                Before = """<sheetViews><sheetView workbookViewId="0" topLeftCell="A5"><pane ySplit="2" topLeftCell="A7" """
            + """state="frozen"/></sheetView></sheetViews>""",
                Rows = Plain
            },
        ["white letters"] = () => Styled("""<font><sz val="11"/><color rgb="FFFFFFFF"/></font>"""),
        ["almost white letters"] = () => Styled("""<font><sz val="11"/><color rgb="FFF4F4F4"/></font>"""),
        ["white by theme"] = () => Styled("""<font><sz val="11"/><color theme="0"/></font>"""),
        ["white by number"] = () => Styled("""<font><sz val="11"/><color indexed="9"/></font>"""),
        ["white by tint"] = () => Styled("""<font><sz val="11"/><color theme="1" tint="0.99"/></font>"""),
        ["letters of the colour of their cell"] = () => Styled("""<font><sz val="11"/><color rgb="FF204060"/></font>""",
        """<fill><patternFill patternType="solid"><fgColor rgb="FF214161"/></patternFill></fill>"""),
        ["black on black"] = () => Styled("<font><sz val=\"11\"/></font>",
        """<fill><patternFill patternType="solid"><fgColor auto="0" indexed="8"/></patternFill></fill>"""),
        ["a theme whose dark is light"] = () => Styled("""<font><sz val="11"/><color theme="1"/></font>""") with
        {
            BookLinks = [("th", "theme", "theme1.xml")],
            Parts = [("xl/theme1.xml", """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="CANARIO"><a:themeElements>"""
                + """<a:clrScheme name="CANARIO"><a:dk1><a:srgbClr val="FEFEFE"/></a:dk1></a:clrScheme></a:themeElements></a:theme>""")]
        },
        ["a palette of its own"] = () => Styled("""<font><sz val="11"/><color indexed="8"/></font>""") with
        {
            Rest = "<colors><indexedColors>"
        + string.Concat(Enumerable.Repeat("<rgbColor rgb=\"FFFFFFFF\"/>", 9)) + "</indexedColors></colors>"
        },
        ["letters of one point"] = () => Styled("<font><sz val=\"1\"/></font>"),
        ["letters shrunk to their cell"] = () => new()
        {
            Before = """<cols><col min="2" max="2" width="1.5" customWidth="1"/></cols>""",
            Rows = Row,
            Cells = """<xf><alignment shrinkToFit="1"/></xf>"""
        },
        ["pushed out of the cell"] = () => new() { Rows = Row, Cells = """<xf><alignment horizontal="left" indent="200"/></xf>""" },
        ["letters that are signs"] = () => Styled("""<font><sz val="11"/><name val="Wingdings"/></font>"""),
        ["a white piece of a text"] = () => Rich("""<rPr><sz val="11"/><color rgb="FFFFFFFF"/></rPr>"""),
        ["a piece of one point"] = () => Rich("""<rPr><sz val="1"/></rPr>"""),
        ["a piece in signs"] = () => Rich("""<rPr><rFont val="Webdings"/><sz val="11"/></rPr>"""),
        ["format that shows nothing"] = () => Formatted(";;;", Row),
        ["format that shows no text"] = () => Formatted("0;0;0;", Row),
        ["format that shows other words"] = () => Formatted("0;0;0;\"sin datos\"", Row),
        ["white by format"] = () => Formatted("[White]0;[White]0;[White]0;[White]@", Row),
        ["words in a part of the format that is not used"] = () => Formatted("0;\"CANARIO\";0", Number),
        ["spaces as wide as letters"] = () => Formatted("0_C_A_N_A_R_I_O\"CANARIO\"",
        Number) with
        { Formats = """<numFmt numFmtId="200" formatCode="0;&quot;CANARIO&quot;"/>""" },
        ["covered by joined cells"] = () => new() { Rows = Plain, After = """<mergeCells><mergeCell ref="A1:C3"/></mergeCells>""" },
        ["joined cells in a hidden column"] = () => new()
        {
            Before = """<cols><col min="2" max="2" width="9" hidden="1"/></cols>""",
            Rows = Plain,
            After = """<mergeCells><mergeCell ref="B2:B3"/></mergeCells>"""
        },
        ["white by a condition"] = () => new()
        {
            Rows = """<row r="2"><c r="B2"><v>7</v></c><c r="C2" t="str"><v>VISIBLE otra</v></c></row>""",
            Changes = "<dxf><font><color rgb=\"FFFFFFFF\"/></font></dxf>",
            After = """<conditionalFormatting sqref="B2"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>7</formula></cfRule><cfRule """
                + """type="containsText" text="CANARIO" priority="2"><formula>"CANARIO"</formula></cfRule></conditionalFormatting>"""
        },
        ["white by the workbook's own table style"] = () => new()
        {
            Rows = Plain,
            Changes = "<dxf><font><color rgb=\"FFFFFFFF\"/></font></dxf>",
            Rest = """<tableStyles><tableStyle name="CANARIO" count="1"><tableStyleElement type="wholeTable" dxfId="0"/></tableStyle></tableStyles>""",
            SheetLinks = [("t", "table", "../t1.xml")],
            Parts = [("xl/t1.xml", """<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ref="A2:B3" name="CANARIO" """
                + """displayName="CANARIO"><tableStyleInfo name="CANARIO"/></table>""")]
        },
        ["letters without shape"] = () => new()
        {
            Rows = """<row r="2"><c r="B2" t="str"><v>VISIBLE&#x200B;&#x2060;</v></c><c r="C2" s="1" t="s"><v>1</v>"""
            + """</c></row>""",
            Cells = "<xf fontId=\"1\"/>",
            Fonts = """<font><sz val="1"/></font>"""
        },
    };

    private static XlsxBuilder Styled(string font, string fill = "") =>
        new() { Rows = Row, Fonts = font, Fills = fill, Cells = $"<xf fontId=\"1\" fillId=\"{(fill.Length > 0 ? 2 : 0)}\"/>" };

    private static XlsxBuilder Rich(string properties) => new()
    {
        Rows = """<row r="2"><c r="B2" t="s"><v>2</v></c></row>""",
        Strings = $"<si><r><t>VISIBLE parte </t></r><r>{properties}<t>CANARIO-parte</t></r></si>",
    };

    private static XlsxBuilder Formatted(string format, string row) => new()
    {
        Rows = row,
        Formats = $"<numFmt numFmtId=\"200\" formatCode=\"{format.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/>",
        Cells = "<xf numFmtId=\"200\"/>",
    };
}
