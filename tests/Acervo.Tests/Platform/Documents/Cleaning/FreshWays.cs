using static Acervo.Tests.Platform.Documents.Cleaning.DocxWays;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>Ways to hide a word in Word and Excel, written once more by somebody who knows the formats and had not read the cleaners' tests.</summary>
internal static class FreshWays
{
    private const string Formula = "<w:p><m:oMath><m:r><m:t>x</m:t></m:r>{0}</m:oMath></w:p>";
    private const string Letters = "<m:r><m:t>CANARIO</m:t></m:r>";
    private const string Rect = "<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"6000000\" cy=\"900000\"/></a:xfrm><a:prstGeom "
        + "prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val=\"{0}\"/></a:solidFill></wps:spPr><wps:bodyPr/></wps:wsp>";

    public static readonly IReadOnlyDictionary<string, Func<byte[]>> Word = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["a control whose data say something else"] = () => Write(
            "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/d[1]/a[1]\" "
                + "w:storeItemID=\"{00000000-0000-0000-0000-000000000001}\"/><w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p>"
                + "</w:sdtContent></w:sdt>",
            parts: ("customXml", "customXml/item1.xml", "<d><a>VISIBLE dato</a></d>")),
        ["the degree of a root that hides it"] = () => Write(Formula.Replace("{0}",
        $"<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg>{Letters}</m:deg><m:e><m:r><m:t>y</m:t></m:r></m:e></m:rad>", StringComparison.Ordinal)),
        ["the limit of a sum that hides it"] = () => Write(Formula.Replace("{0}",
        $"<m:nary><m:naryPr><m:supHide/></m:naryPr><m:sub/><m:sup>{Letters}</m:sup><m:e><m:r><m:t>y</m:t></m:r></m:e></m:nary>", StringComparison.Ordinal)),
        ["the sign of a bracket"] = () => Write(Formula.Replace("{0}",
        "<m:d><m:dPr><m:begChr m:val=\"(CANARIO\"/></m:dPr><m:e><m:r><m:t>y</m:t></m:r></m:e></m:d>", StringComparison.Ordinal)),
        ["letters of a formula hidden by their style"] = () => Write(
            Formula.Replace("{0}", "<m:r><w:rPr><w:rStyle w:val=\"O\"/></w:rPr><m:t>CANARIO</m:t></m:r>", StringComparison.Ordinal),
            "<w:style w:type=\"character\" w:styleId=\"O\"><w:name w:val=\"O\"/><w:rPr><w:vanish/></w:rPr></w:style>"),
        ["a font that stands for signs"] = () => Write(Run("<w:rFonts w:ascii=\"Oficina\" w:hAnsi=\"Oficina\"/>"),
        parts: ("fontTable", "word/fontTable.xml", "<w:fonts {names}><w:font w:name=\"Oficina\"><w:altName w:val=\"Wingdings\"/></w:font></w:fonts>")),
        ["a theme whose font is of signs"] = () => Write(Run("<w:rFonts w:asciiTheme=\"minorHAnsi\"/>"),
        parts: ("theme", "word/theme/theme1.xml",
        "<a:theme {names} name=\"x\"><a:themeElements><a:fontScheme name=\"x\"><a:majorFont><a:latin typeface=\"Arial\"/></a:majorFont><a:minorFont><a:latin "
            + "typeface=\"Wingdings\"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>")),
        ["a list that stands off the sheet"] = () => Write(
            Paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"),
            parts: ("numbering", "word/numbering.xml",
            "<w:numbering {names}><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"none\"/><w:lvlText w:val=\"\"/><w:pPr><w:ind "
                + "w:left=\"31000\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>")),
        ["pushed below the foot of its row"] = () => Write(Table("", "<w:trPr><w:trHeight w:val=\"300\" w:hRule=\"exact\"/></w:trPr>", "",
        Paragraph("<w:spacing w:before=\"6000\"/>"))),
        ["an old box that is all margin"] = () => Write("<w:p><w:r><w:pict><v:rect style=\"width:200pt;height:40pt\"><v:textbox "
            + "inset=\"199pt,0,0,0\"><w:txbxContent><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"),
        ["a header as far down as the sheet is high"] = () => Write("", section: "<w:headerReference w:type=\"default\" r:id=\"r5\"/>",
        parts: ("header", "word/header1.xml", "<w:hdr {names}><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:hdr>"))
        .With("w:header=\"708\"", "w:header=\"15800\""),
        ["a table that begins far left of the sheet"] = () => Write("<w:tbl><w:tblPr><w:tblInd w:w=\"-20000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol "
            + "w:w=\"5000\"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"),
        ["a row that begins far right of the sheet"] = () => Write(Table("",
        "<w:trPr><w:gridBefore w:val=\"1\"/><w:wBefore w:w=\"20000\" w:type=\"dxa\"/></w:trPr>", "")),
        ["a tab that leads off the sheet"] = () => Write(Paragraph("<w:tabs><w:tab w:val=\"left\" w:pos=\"20000\"/></w:tabs>",
        "<w:r><w:t>VISIBLE</w:t><w:tab/><w:t>CANARIO</w:t></w:r>")),
        ["lines of which a third shows"] = () => Write(Paragraph("<w:spacing w:line=\"80\" w:lineRule=\"exact\"/>",
        "<w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:t>CANARIO</w:t></w:r>")),
        ["letters that lie half over each other"] = () => Write(Run("<w:spacing w:val=\"-80\"/>")),
        ["letters a fifth as wide"] = () => Write(Run("<w:w w:val=\"20\"/>")),
        ["letters of two points and a half"] = () => Write(Run("<w:sz w:val=\"5\"/>")),
        ["two styles of one name"] = () => Write(Run("<w:rStyle w:val=\"O\"/>"),
        "<w:style w:type=\"character\" w:styleId=\"O\"><w:name w:val=\"O\"/></w:style><w:style w:type=\"character\" w:styleId=\"O\"><w:name "
            + "w:val=\"O2\"/><w:rPr><w:vanish/></w:rPr></w:style>"),
        ["black on a black shape"] = () => Write(Floating("CANARIO", Rect.Replace("{0}", "000000", StringComparison.Ordinal), behind: true)),
        ["at the top of a box that its lines overflow"] = () => Write(Box(x: "900000", y: "3000000", side: "600000",
        inside: "<w:p><w:r><w:t>CANARIO</w:t></w:r></w:p>" + string.Concat(Enumerable.Repeat("<w:p/>", 30)))
        .Replace("<wps:bodyPr/>", "<wps:bodyPr anchor=\"b\"><a:noAutofit/></wps:bodyPr>", StringComparison.Ordinal)),
        ["under a picture that floats"] = () => Write(Floating("CANARIO",
        "<pic:pic><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"x\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
            + "r:embed=\"rImg\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:prstGeom "
            + "prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>", behind: false)),
    };

    public static readonly IReadOnlyDictionary<string, Func<byte[]>> Excel = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["black on a pattern of black"] = () => Styled("",
        "<fill><patternFill patternType=\"darkGray\"><fgColor rgb=\"FF000000\"/><bgColor rgb=\"FF000000\"/></patternFill></fill>").Write(),
        ["a format that no cell uses"] = () => new XlsxBuilder { Formats = "<numFmt numFmtId=\"170\" formatCode=\"0&quot;CANARIO&quot;\"/>" }.Write(),
        ["words where a number should be"] = () => new XlsxBuilder
        {
            Rows = "<row r=\"2\"><c r=\"B2\"><v>CANARIO</v></c><c r=\"C2\" "
            + "t=\"b\"><v>CANARIO</v></c><c r=\"D2\" t=\"d\"><v>CANARIO</v></c></row>"
        }.Write(),
        ["titles of a page on the web"] = () => new XlsxBuilder
        {
            After = "<webPublishItems count=\"1\"><webPublishItem id=\"1\" divId=\"CANARIO\" "
            + "sourceType=\"sheet\" destinationFile=\"CANARIO.htm\" title=\"CANARIO\"/></webPublishItems>"
        }.Write(),
        ["another way to look at the sheet"] = () => new XlsxBuilder
        {
            After = "<customSheetViews><customSheetView "
            + "guid=\"{00000000-0000-0000-0000-000000000001}\"><headerFooter><oddHeader>CANARIO</oddHeader></headerFooter></customSheetView>"
            + "</customSheetViews>"
        }.Write(),
        ["a text that repeats its beginning in another"] = () => new XlsxBuilder
        {
            Rows = "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>VISIBLE</t><rPh "
            + "sb=\"0\" eb=\"1\"><t>CANARIO</t></rPh></is><v>1</v></c></row>"
        }.Write(),
    };

    private static XlsxBuilder Styled(string font, string fill) => new()
    {
        Rows = "<row r=\"2\"><c r=\"B2\" s=\"1\" t=\"s\"><v>1</v></c></row>",
        Fonts = font,
        Fills = fill,
        Cells = $"<xf fontId=\"{(font.Length > 0 ? 1 : 0)}\" fillId=\"{(fill.Length > 0 ? 2 : 0)}\" applyFont=\"1\" applyFill=\"1\"/>",
    };

    /// <summary>A paragraph with something drawn right over it, or behind it.</summary>
    private static string Floating(string text, string drawn, bool behind) =>
        $"<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:drawing><wp:anchor behindDoc=\"{(behind ? 1 : 0)}\" simplePos=\"0\" relativeHeight=\"2\" locked=\"0\" "
            + "layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/><wp:positionH "
            + "relativeFrom=\"column\"><wp:posOffset>-100000</wp:posOffset></wp:positionH><wp:positionV "
            + "relativeFrom=\"paragraph\"><wp:posOffset>-60000</wp:posOffset></wp:positionV><wp:extent cx=\"6000000\" cy=\"900000\"/><wp:wrapNone/><wp:docPr "
            + "id=\"7\" name=\"x\"/><a:graphic><a:graphicData "
            + $"uri=\"http://schemas.openxmlformats.org/drawingml/2006/{(drawn.StartsWith("<pic", StringComparison.Ordinal) ? "picture" : "x")}\">{drawn}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>";

    private static byte[] With(this byte[] docx, string old, string now)
    {
        var package = Acervo.Platform.Documents.OfficePackage.Read(docx);
        package["word/document.xml"] = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(package["word/document.xml"])
            .Replace(old, now, StringComparison.Ordinal));
        return package.ToBytes();
    }
}
