using Acervo.Platform.Documents.Cleaning;
using static Acervo.Tests.Platform.Documents.Cleaning.DocxWays;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>Twenty ways of hiding a word that were thought of after the cleaner was written, as somebody would who knows Word and not the cleaner.</summary>
public sealed class DocxAttackTests
{
    private const string Hdr = "<w:hdr {names}><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:hdr>";

    private static readonly Dictionary<string, Func<byte[]>> Ways = new(StringComparer.Ordinal)
    {
        ["letters pushed one over the other"] = () => Write(Run("<w:spacing w:val=\"-2000\"/>")),
        ["a cell without width"] = () => Write("<w:tbl><w:tblPr><w:tblW w:w=\"1\" w:type=\"dxa\"/><w:tblLayout "
            + "w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"1\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"1\" "
            + "w:type=\"dxa\"/><w:noWrap/></w:tcPr><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"),
        ["a cell that squeezes its text"] = () => Write(Table("<w:tblLayout w:type=\"fixed\"/>", "",
        "<w:tcPr><w:tcW w:w=\"10\" w:type=\"dxa\"/><w:tcFitText/></w:tcPr>")),
        ["a field that sets a variable"] = () => Write(Field(" SET x \"CANARIO\" ", "CANARIO")),
        ["a control whose text nobody wrote"] = () => Write("<w:sdt><w:sdtPr><w15:appearance w15:val=\"hidden\"/><w:placeholder><w:docPart "
            + "w:val=\"CANARIO\"/></w:placeholder><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>CANARIO</w:t>"
            + "</w:r></w:p></w:sdtContent></w:sdt>"),
        ["a whole document hidden but for what is shown"] = () => Write("<w:p><w:r><w:rPr><w:rStyle w:val=\"N\"/></w:rPr><w:t>CANARIO</w:t></w:r></w:p>",
        "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"D\"><w:name w:val=\"D\"/></w:style><w:style w:type=\"character\" w:styleId=\"N\"><w:name "
            + "w:val=\"N\"/><w:basedOn w:val=\"M\"/></w:style><w:style w:type=\"character\" w:styleId=\"M\"><w:name w:val=\"M\"/><w:basedOn "
            + "w:val=\"N\"/><w:rPr><w:vanish/></w:rPr></w:style>"),
        ["the small letters above others"] = () => Write("<w:p><w:r><w:ruby><w:rubyPr><w:hps w:val=\"1\"/></w:rubyPr><w:rt><w:r><w:rPr><w:sz "
            + "w:val=\"1\"/></w:rPr><w:t>CANARIO</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>VISIBLE</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"),
        ["a note of a deleted row"] = () => Write(Table("", "<w:trPr><w:del w:id=\"1\" w:author=\"x\"/></w:trPr>", "",
        "<w:p><w:r><w:footnoteReference w:id=\"4\"/></w:r></w:p>"),
        parts: ("footnotes", "word/footnotes.xml",
        "<w:footnotes {names}><w:footnote w:id=\"4\"><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:footnote></w:footnotes>")),
        ["the guide of a shape"] = () => Write(Box(inside: "<w:p><w:r><w:t>VISIBLE</w:t></w:r></w:p>")
        .Replace("<a:avLst/>", "<a:avLst><a:gd name=\"CANARIO\" fmla=\"CANARIO\"/></a:avLst>", StringComparison.Ordinal)),
        ["a box that is all margin"] = () => Write(Box(x: "900000", y: "3000000")
        .Replace("<wps:bodyPr/>", "<wps:bodyPr lIns=\"1790000\" tIns=\"1790000\" rIns=\"1790000\" bIns=\"1790000\"><a:noAutofit/></wps:bodyPr>",
        StringComparison.Ordinal)),
        ["white letters on a white box"] = () => Write(Box(x: "900000", y: "3000000", inside: Run("<w:color w:val=\"FFFFFF\"/>"))
        .Replace("<wps:txbx ", "<wps:style><a:lnRef idx=\"0\"><a:schemeClr val=\"accent1\"/></a:lnRef><a:fillRef idx=\"0\"><a:schemeClr "
            + "val=\"accent1\"/></a:fillRef></wps:style><wps:txbx ", StringComparison.Ordinal)),
        ["letters on a box of their colour"] = () => Write(Box(x: "900000", y: "3000000", inside: Run("<w:color w:val=\"336699\"/>"))
        .Replace("</a:prstGeom>", "</a:prstGeom><a:solidFill><a:srgbClr val=\"336699\"/></a:solidFill>", StringComparison.Ordinal)),
        ["a box that shrinks its letters"] = () => Write(Box(x: "900000", y: "3000000")
        .Replace("<wps:bodyPr/>", "<wps:bodyPr><a:normAutofit fontScale=\"1000\"/></wps:bodyPr>", StringComparison.Ordinal)),
        ["a box under a box"] = () => Write(Box(x: "900000", y: "3000000")
        + Box(x: "900000", y: "3000000", inside: "<w:p/>")
        .Replace("</a:prstGeom>", "</a:prstGeom><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>", StringComparison.Ordinal)
        .Replace("relativeHeight=\"2\"", "relativeHeight=\"9\"", StringComparison.Ordinal)),
        ["a sheet without size"] = () => Write(("<w:p><w:r><w:t>CANARIO</w:t></w:r></w:p><w:p><w:pPr><w:sectPr><w:pgSz w:w=\"1\" "
            + "w:h=\"1\"/></w:sectPr></w:pPr></w:p>").Replace("<w:p><w:r>", "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"12240\" "
            + "w:h=\"15840\"/></w:sectPr></w:pPr></w:p><w:p><w:r>", StringComparison.Ordinal)),
        ["a white mark of a list by its paragraph"] = () => Write(Paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:color "
            + "w:val=\"FFFFFF\"/></w:rPr>", "<w:r><w:t>VISIBLE</w:t></w:r>"), parts: ("numbering", "word/numbering.xml", "<w:numbering {names}><w:abstractNum "
            + "w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"CANARIO %1\"/></w:lvl></w:abstractNum><w:num "
            + "w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>")),
        ["the name of a setting"] = () => Write("", settings: "<w:compat><w:compatSetting w:name=\"CANARIO\" w:uri=\"CANARIO\" w:val=\"CANARIO\"/></w:compat>"),
        ["hidden letters of a formula"] = () => Write("<w:p><m:oMath><m:r><w:rPr><w:vanish/></w:rPr><m:t>CANARIO</m:t></m:r></m:oMath></w:p>"),
        ["the header of pages that there are not"] = () => Write("", settings: "<w:evenAndOddHeaders/>",
        section: "<w:headerReference w:type=\"even\" r:id=\"r5\"/>", parts: ("header", "word/header1.xml", Hdr)),
        ["the header of the pages after the only one"] = () => Write("", section: "<w:headerReference w:type=\"default\" r:id=\"r5\"/><w:titlePg/>",
        parts: ("header", "word/header1.xml", Hdr)),
    };

    public static TheoryData<string> All => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_of_it_is_in_the_copy(string way) => Assert.Empty(Canaries.In(DocumentCleaner.Clean(Ways[way](), CleanableKind.Docx).Bytes));
}
