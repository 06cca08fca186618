using Acervo.Platform.Documents.Cleaning;
using Acervo.Tests.Platform.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>The public copy of a workbook holds what is seen of it, and the workbooks of which none can be made.</summary>
public sealed class XlsxCleanerTests
{
    private static readonly Dictionary<string, Func<XlsxBuilder>> All = HiddenCells.Ways.Concat(HiddenParts.Ways).ToDictionary();

    public static TheoryData<string> Ways => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_hidden_word_survives_and_none_comes_to_light(string way)
    {
        var before = All[way]().Write();
        var cleaned = DocumentCleaner.Clean(before, CleanableKind.Xlsx);

        Assert.NotEmpty(Canaries.In(before));
        Assert.Empty(Canaries.In(cleaned.Bytes));
        Assert.True(HiddenCells.HideAll.Contains(way) || Sample.Parts(cleaned.Bytes)["xl/sharedStrings.xml"].Contains("VISIBLE", StringComparison.Ordinal));
        Assert.Empty(Faults(cleaned.Bytes));
        Assert.Equal(cleaned.Bytes, DocumentCleaner.Clean(cleaned.Bytes, CleanableKind.Xlsx).Bytes);
    }

    [Fact]
    public void An_ordinary_workbook_keeps_values_dates_formats_widths_titles_and_colours()
    {
        var cleaned = DocumentCleaner.Clean(Ordinary().Write(), CleanableKind.Xlsx);
        var parts = Sample.Parts(cleaned.Bytes);
        var (sheet, styles) = (parts["xl/worksheets/sheet1.xml"], parts["xl/styles.xml"]);

        Assert.Contains("""<c r="B2" s="2"><v>1234.5</v></c>""", sheet, StringComparison.Ordinal);
        Assert.Contains("""<v>45992</v>""", sheet, StringComparison.Ordinal);
        Assert.Contains("""<c r="D2" s="0"><v>42</v></c>""", sheet, StringComparison.Ordinal);
        Assert.Contains("""<col min="2" max="2" width="24" """, sheet, StringComparison.Ordinal);
        Assert.Contains("""<mergeCell ref="A1:D1" />""", sheet, StringComparison.Ordinal);
        Assert.Contains("orientation=\"landscape\"", sheet, StringComparison.Ordinal);
        Assert.Contains("ySplit=\"1\"", sheet, StringComparison.Ordinal);
        Assert.Contains("formatCode=\"#,##0.0\"", styles, StringComparison.Ordinal);
        Assert.Contains("formatCode=\"dd/mm/yyyy\"", styles, StringComparison.Ordinal);
        Assert.Contains("rgb=\"FF1F3864\"", styles, StringComparison.Ordinal);
        Assert.Contains("rgb=\"FFFFFFFF\"", styles, StringComparison.Ordinal);
        Assert.Contains(cleaned.Removed, sentence => sentence.Contains("fórmulas", StringComparison.Ordinal));
        Assert.DoesNotContain(cleaned.Removed, sentence => sentence.Contains("no se ve", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0", 0.3000000012, 0.0)]
    [InlineData("0.00", 12.3456, 12.35)]
    [InlineData("#,##0,", 1234567, 1235000)]
    [InlineData("0%", 0.123456, 0.12)]
    [InlineData("General", 0.30000000000000004, 0.3)]
    [InlineData("General", 3000000012, 3000000012)]
    [InlineData("mmm-yy", 45999.75, 45992)]
    [InlineData("dd/mm/yyyy", 45999.75, 45999)]
    [InlineData("h:mm", 45999.75, 0.75)]
    [InlineData("[h]:mm", 1.75, 1.75)]
    public void A_number_stays_as_exact_as_it_is_drawn(string format, double value, double drawn) =>
        Assert.Equal(drawn, XlsxShown.Of(value, format, SeenColour.White, new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified)).Number!.Value, 9);

    [Fact]
    public void A_number_that_is_drawn_as_words_is_those_words()
    {
        var copy = Sample.Parts(DocumentCleaner.Clean(
            new XlsxBuilder
            {
                Rows = """<row r="2"><c r="B2" s="1"><v>3000000012</v></c></row>""",
                Formats = """<numFmt numFmtId="200" formatCode="&quot;reservado&quot;"/>""",
                Cells = "<xf numFmtId=\"200\"/>"
            }.Write(),
            CleanableKind.Xlsx).Bytes);

        Assert.DoesNotContain(copy.Values, part => part.Contains("3000000012", StringComparison.Ordinal));
        Assert.Contains("reservado", copy["xl/sharedStrings.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_condition_paints_white_is_gone_and_what_it_paints_red_is_red()
    {
        var copy = Sample.Parts(DocumentCleaner.Clean(
            new XlsxBuilder
            {
                Rows = """<row r="2"><c r="B2"><v>7654</v></c><c r="C2"><v>8</v></c></row>""",
                Changes = "<dxf><font><color rgb=\"FFFFFFFF\"/></font></dxf><dxf><font><color rgb=\"FFC00000\"/></font></dxf>",
                After = """<conditionalFormatting sqref="B2:C2"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>100</formula>"""
                    + """</cfRule><cfRule type="cellIs" dxfId="1" priority="2" operator="equal"><formula>8</formula></cfRule></conditionalFormatting>""",
            }.Write(),
            CleanableKind.Xlsx).Bytes);

        Assert.DoesNotContain("7654", copy["xl/worksheets/sheet1.xml"], StringComparison.Ordinal);
        Assert.Contains("<v>8</v>", copy["xl/worksheets/sheet1.xml"], StringComparison.Ordinal);
        Assert.Contains("FFC00000", copy["xl/styles.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_known_is_refused_in_words()
    {
        Refused("formato condicional",
            new()
            {
                Rows = """<row r="2"><c r="B2"><v>7</v></c></row>""",
                Changes = "<dxf><font><color theme=\"0\"/></font></dxf>",
                After = """<conditionalFormatting sqref="B2"><cfRule type="expression" dxfId="0" priority="1"><formula>A1=1</formula></cfRule>"""
                    + """</conditionalFormatting>"""
            });
        Refused("fórmulas sin resultado", new() { Rows = """<row r="2"><c r="B2"><f>1+1</f></c></row>""" });
    }

    private static void Refused(string words, XlsxBuilder book) =>
        Assert.Contains(words, Assert.Throws<CleaningException>(() => DocumentCleaner.Clean(book.Write(), CleanableKind.Xlsx)).Message,
        StringComparison.Ordinal);

    private static XlsxBuilder Ordinary() => new()
    {
        Before = """<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols><col min="2" """
            + """max="2" width="24" customWidth="1"/></cols>""",
        Rows = """<row r="2"><c r="A2" s="3" t="inlineStr"><is><t>Título</t></is></c><c r="B2" s="1"><v>1234.5</v></c><c r="C2" s="2"><v>45992</v></c><c """
            + """r="D2"><f>6*7</f><v>42</v></c></row>""",
        After = """<mergeCells><mergeCell ref="A1:D1"/></mergeCells><pageSetup orientation="landscape"/>""",
        Formats = """<numFmt numFmtId="200" formatCode="#,##0.0"/>""",
        Fonts = """<font><b/><sz val="14"/><color theme="0"/></font>""",
        Fills = """<fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill>""",
        Cells = """<xf numFmtId="200"/><xf numFmtId="14"/><xf fontId="1" fillId="2"/>""",
    };

    private static IEnumerable<string> Faults(byte[] copy)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(copy), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }
}
