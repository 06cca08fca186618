using System.IO.Compression;
using System.Text;
using Acervo.Platform.Documents.Cleaning;
using static Acervo.Tests.Platform.Documents.Cleaning.DocxWays;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>Ways of hiding a word in a Word document: it is in no part of the copy, in no encoding, and what is seen stays.</summary>
public sealed class DocxHidingTests
{
    private const string White = "<w:color w:val=\"FFFFFF\"/>";
    private const string Hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>CANARIO</w:t></w:r>";
    private const string Merge = "<w:tcPr><w:tcW w:w=\"5000\" w:type=\"dxa\"/><w:vMerge/></w:tcPr>";

    private static readonly Dictionary<string, Func<byte[]>> Ways = new(StringComparer.Ordinal)
    {
        ["hidden text"] = () => Write(Run("<w:vanish/>")),
        ["hidden by a value that is none"] = () => Write(Run("<w:vanish w:val=\"CANARIO\"/>")),
        ["hidden by a character style"] = () => Write(Run("<w:rStyle w:val=\"O\"/>"),
        "<w:style w:type=\"character\" w:styleId=\"O\"><w:name w:val=\"O\"/><w:rPr><w:vanish/></w:rPr></w:style>"),
        ["hidden by a paragraph style"] = () => Write(Paragraph("<w:pStyle w:val=\"O\"/>"),
        "<w:style w:type=\"paragraph\" w:styleId=\"O\"><w:name w:val=\"O\"/><w:rPr><w:vanish/></w:rPr></w:style>"),
        ["hidden by the style it builds upon"] = () => Write(Run("<w:rStyle w:val=\"H\"/>"),
        "<w:style w:type=\"character\" w:styleId=\"O\"><w:name w:val=\"O\"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"character\" "
            + "w:styleId=\"H\"><w:name w:val=\"H\"/><w:basedOn w:val=\"O\"/></w:style>"),
        ["hidden by a table style"] = () => Write(Table("<w:tblStyle w:val=\"T\"/><w:tblLook w:val=\"0040\" w:lastRow=\"1\"/>", "", ""),
        "<w:style w:type=\"table\" w:styleId=\"T\"><w:name w:val=\"T\"/><w:tblStylePr w:type=\"lastRow\"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>"),
        ["a hidden paragraph mark and text"] = () => Write(Paragraph("<w:rPr><w:vanish/></w:rPr>", Hidden)),
        ["white"] = () => Write(Run(White)),
        ["almost white"] = () => Write(Run("<w:color w:val=\"FDFDFD\"/>")),
        ["white of the theme"] = () => Write(Run("<w:color w:val=\"auto\" w:themeColor=\"background1\"/>")),
        ["white by a style"] = () => Write(Run("<w:rStyle w:val=\"O\"/>"),
        $"<w:style w:type=\"character\" w:styleId=\"O\"><w:name w:val=\"O\"/><w:rPr>{White}</w:rPr></w:style>"),
        ["the colour of its cell"] = () => Write(Table("", "", "<w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"003366\"/></w:tcPr>",
        Run("<w:color w:val=\"003366\"/>"))),
        ["the colour of its paragraph"] = () => Write("<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"112233\"/></w:pPr><w:r><w:rPr><w:color "
            + "w:val=\"112233\"/></w:rPr><w:t>CANARIO</w:t></w:r></w:p>"),
        ["the colour of its own ground"] = () => Write(Run("<w:color w:val=\"000000\"/><w:shd w:val=\"clear\" w:fill=\"000000\"/>")),
        ["the colour of its marker"] = () => Write(Run("<w:color w:val=\"FFFF00\"/><w:highlight w:val=\"yellow\"/>")),
        ["letters without filling"] = () => Write(Run("<w14:textFill><w14:noFill/></w14:textFill>")),
        ["letters of glass"] = () => Write(Run("<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"000000\"><w14:alpha "
            + "w14:val=\"100000\"/></w14:srgbClr></w14:solidFill></w14:textFill>")),
        ["one point high"] = () => Write(Run("<w:sz w:val=\"2\"/>")),
        ["one hundredth wide"] = () => Write(Run("<w:w w:val=\"1\"/>")),
        ["fitted into nothing"] = () => Write(Run("<w:fitText w:val=\"1\" w:id=\"1\"/>")),
        ["a line one twentieth high"] = () => Write(Paragraph("<w:spacing w:line=\"1\" w:lineRule=\"exact\"/>")),
        ["indented off the page"] = () => Write(Paragraph("<w:ind w:left=\"31000\"/>")),
        ["a frame off the page"] = () => Write(Paragraph("<w:framePr w:w=\"2000\" w:hAnchor=\"page\" w:vAnchor=\"page\" w:x=\"-9000\" w:y=\"100\"/>")),
        ["under a folded heading"] = () => Write("<w:p><w:pPr><w:outlineLvl w:val=\"0\"/><w15:collapsed/></w:pPr><w:r><w:t>VISIBLE "
            + "título</w:t></w:r></w:p><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p>"),
        ["a hidden row"] = () => Write(Table("", "<w:trPr><w:hidden/></w:trPr>", "")),
        ["a row one twentieth high"] = () => Write(Table("", "<w:trPr><w:trHeight w:val=\"1\" w:hRule=\"exact\"/></w:trPr>", "")),
        ["a cell merged upwards"] = () => Write("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"5000\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:vMerge "
            + "w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>VISIBLE</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:tc>" + Merge + "<w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"),
        ["a table within a cell merged upwards"] = () => Write("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"5000\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:vMerge "
            + "w:val=\"restart\"/></w:tcPr><w:p/></w:tc></w:tr>"
            + "<w:tr><w:tc>" + Merge + Table("", "", "").Replace("VISIBLE", "CANARIO", StringComparison.Ordinal) + "</w:tc></w:tr></w:tbl><w:p/>"),
        ["a cell merged to the left"] = () => Write("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"500\"/><w:gridCol "
            + "w:w=\"500\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:hMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr><w:hMerge "
            + "w:val=\"continue\"/></w:tcPr><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"),
        ["a table off the page"] = () => Write(Table("<w:tblpPr w:horzAnchor=\"page\" w:vertAnchor=\"page\" w:tblpX=\"-20000\" w:tblpY=\"100\"/>", "", "")
        .Replace("VISIBLE celda", "CANARIO", StringComparison.Ordinal)),
        ["the title of a table"] = () => Write(Table("<w:tblCaption w:val=\"CANARIO\"/>", "", "", "<w:p/>")),
        ["the description of a table"] = () => Write(Table("<w:tblDescription w:val=\"CANARIO\"/>", "", "", "<w:p/>")),
        ["a deleted cell"] = () => Write(Table("", "", "<w:tcPr><w:cellDel w:id=\"1\" w:author=\"CANARIO\"/></w:tcPr>")),
        ["a deleted row"] = () => Write(Table("", "<w:trPr><w:del w:id=\"1\" w:author=\"CANARIO\"/></w:trPr>", "")),
        ["deleted text"] = () => Write("<w:p><w:del w:id=\"1\" w:author=\"CANARIO\"><w:r><w:delText>CANARIO</w:delText></w:r></w:del></w:p>"),
        ["deleted text with plain letters"] = () => Write("<w:p><w:del w:id=\"1\" w:author=\"x\"><w:r><w:t>CANARIO</w:t></w:r></w:del></w:p>"),
        ["text moved away"] = () => Write("<w:p><w:moveFromRangeStart w:id=\"1\" w:name=\"CANARIO\"/><w:moveFrom w:id=\"2\" "
            + "w:author=\"CANARIO\"><w:r><w:t>CANARIO</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/></w:p>"),
        ["who changed the look"] = () => Write(Paragraph("<w:pPrChange w:id=\"1\" w:author=\"CANARIO\"><w:pPr><w:pStyle "
            + "w:val=\"CANARIO\"/></w:pPr></w:pPrChange>", "")),
        ["the code of a field"] = () => Write(Field(" ADDIN CANARIO ")),
        ["the code of a simple field"] = () => Write("<w:p><w:fldSimple w:instr=\" DOCVARIABLE CANARIO \"><w:r><w:t>VISIBLE "
            + "variable</w:t></w:r></w:fldSimple></w:p>"),
        ["an entry of an index"] = () => Write("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> XE \"CANARIO\" "
            + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"),
        ["letters within the code of a field"] = () => Write("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>CANARIO</w:t></w:r><w:r><w:fldChar "
            + "w:fldCharType=\"separate\"/></w:r><w:r><w:t>VISIBLE resultado</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"),
        ["a field whose beginning is hidden"] = () => Write("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:fldChar "
            + "w:fldCharType=\"begin\"/></w:r><w:r><w:t>CANARIO</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar "
            + "w:fldCharType=\"end\"/></w:r></w:p>"),
        ["a field that never ends"] = () => Write("<w:p><w:r><w:fldChar "
            + "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>CANARIO</w:instrText><w:t>CANARIO</w:t></w:r></w:p>"),
        ["the other branch of a condition"] = () => Write(Field(" IF 1 = 1 \"VISIBLE\" \"CANARIO\" ")),
        ["the number that a page had"] = () => Write(Field(" PAGE ", "CANARIO")),
        ["data of a field"] = () => Write("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:fldData>Q0FOQVJJTw==</w:fldData><w:ffData><w:name "
            + "w:val=\"CANARIO\"/><w:helpText w:val=\"CANARIO\"/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar "
            + "w:fldCharType=\"separate\"/></w:r><w:r><w:t>VISIBLE campo</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"),
        ["the address of a link by field"] = () => Write(Field(" HYPERLINK \"https://example.gov.co/CANARIO\" \\o \"CANARIO\" ")),
        ["the address of a link"] = () => Write("<w:p><w:hyperlink r:id=\"rWeb\"><w:r><w:t>VISIBLE enlace a example.gov.co</w:t></w:r></w:hyperlink></w:p>"),
        ["the subject of a letter"] = () => Write("<w:p><w:hyperlink r:id=\"rMail\"><w:r><w:t>VISIBLE oficina@example.gov.co</w:t></w:r></w:hyperlink></w:p>"),
        ["the hint of a link"] = () => Write("<w:p><w:hyperlink w:anchor=\"CANARIO\" w:tooltip=\"CANARIO\" w:tgtFrame=\"CANARIO\" "
            + "w:docLocation=\"CANARIO\"><w:r><w:t>VISIBLE</w:t></w:r></w:hyperlink></w:p>"),
        ["the name of a bookmark"] = () => Write("<w:p><w:bookmarkStart w:id=\"1\" w:name=\"CANARIO\"/><w:bookmarkEnd w:id=\"1\"/></w:p>"),
        ["the name of a permission"] = () => Write("<w:permStart w:id=\"1\" w:ed=\"CANARIO\"/><w:permEnd w:id=\"1\"/>"),
        ["the label of a control"] = () => Write("<w:sdt><w:sdtPr><w:alias w:val=\"CANARIO\"/><w:tag "
            + "w:val=\"CANARIO\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>VISIBLE control</w:t></w:r></w:p></w:sdtContent></w:sdt>"),
        ["what else a list could say"] = () => Write("<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText=\"CANARIO\" "
            + "w:value=\"CANARIO\"/></w:dropDownList></w:sdtPr><w:sdtContent><w:p><w:r><w:t>VISIBLE elegido</w:t></w:r></w:p></w:sdtContent></w:sdt>"),
        ["where a control takes its text"] = () => Write("<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"CANARIO\" "
            + "w:storeItemID=\"CANARIO\"/><w:placeholder><w:docPart w:val=\"CANARIO\"/></w:placeholder></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"),
        ["a tag of the author"] = () => Write("<w:p><w:smartTag w:uri=\"CANARIO\" w:element=\"CANARIO\"><w:smartTagPr><w:attr w:name=\"CANARIO\" "
            + "w:val=\"CANARIO\"/></w:smartTagPr><w:r><w:t>VISIBLE</w:t></w:r></w:smartTag></w:p>"),
        ["an element of the author"] = () => Write("<w:customXml w:uri=\"CANARIO\" w:element=\"CANARIO\"><w:customXmlPr><w:placeholder "
            + "w:val=\"CANARIO\"/></w:customXmlPr><w:p><w:r><w:t>VISIBLE</w:t></w:r></w:p></w:customXml>"),
        ["the name of a picture"] = () => Write(Picture("name2=\"x\" title=\"CANARIO\" descr=\"CANARIO\"", "descr=\"CANARIO\" title=\"CANARIO\"")),
        ["a link of a picture"] = () => Write(Picture("", "", "<a:extLst><a:ext uri=\"CANARIO\"><x:y z=\"CANARIO\">CANARIO</x:y></a:ext></a:extLst>")),
        ["a hidden picture"] = () => Write(Picture("hidden=\"1\" descr=\"CANARIO\"")),
        ["a hidden box"] = () => Write(Box(properties: "hidden=\"1\"")),
        ["a box off the page"] = () => Write(Box(x: "-9000000")),
        ["a box far below the page"] = () => Write(Box(y: "90000000")),
        ["a box without size"] = () => Write(Box(side: "1")),
        ["hidden text in a box"] = () => Write(Box(inside: "<w:p><w:r><w:t>VISIBLE</w:t></w:r>" + Hidden + "</w:p>")),
        ["a deleted text in a box"] = () => Write(Box(inside: "<w:p><w:del w:id=\"1\" w:author=\"CANARIO\"><w:r><w:t>CANARIO</w:t></w:r></w:del></w:p>")),
        ["the variant for old programs"] = () => Write("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:t>VISIBLE "
            + "nueva</w:t></mc:Choice><mc:Fallback><w:t>CANARIO</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"),
        ["the variant for programs that nobody has"] = () => Write("<w:p><w:r><mc:AlternateContent><mc:Choice "
            + "Requires=\"x\"><w:t>CANARIO</w:t></mc:Choice><mc:Fallback><w:t>VISIBLE otra</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"),
        ["the description of an old shape"] = () => Write("<w:p><w:r><w:pict><v:shape id=\"CANARIO\" alt=\"CANARIO\" href=\"CANARIO\" "
            + "style=\"width:50pt;height:50pt\"><v:imagedata r:id=\"rImg\" o:title=\"CANARIO\" o:href=\"CANARIO\"/></v:shape></w:pict></w:r></w:p>"),
        ["an old box that is hidden"] = () => Write("<w:p><w:r><w:pict><v:rect "
            + "style=\"width:50pt;height:50pt;visibility:hidden\"><v:textbox><w:txbxContent><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:txbxContent>"
            + "</v:textbox></v:rect></w:pict></w:r></w:p>"),
        ["art of letters"] = () => Write("<w:p><w:r><w:pict><v:shape style=\"width:0;height:0\"><v:textpath "
            + "string=\"CANARIO\"/></v:shape></w:pict></w:r></w:p>"),
        ["an embedded file"] = () => Write("<w:p><w:r><w:object><v:shape style=\"width:50pt;height:50pt\"><v:imagedata r:id=\"rImg\"/></v:shape><o:OLEObject "
            + "ProgID=\"CANARIO\" r:id=\"r5\"/></w:object></w:r></w:p>", parts: ("oleObject", "word/embeddings/o.bin", "CANARIO")),
        ["the data of a chart"] = () => Write("<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr id=\"1\" "
            + "name=\"CANARIO\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
            + "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
            + "r:id=\"r5\"/></a:graphicData></a:graphic></wp:inline></w:drawing>"
            + "</w:r></w:p>", parts: ("chart", "word/charts/chart1.xml", "<c xmlns=\"urn:c\">CANARIO</c>")),
        ["the name of a style"] = () => Write(Paragraph("<w:pStyle w:val=\"CANARIO\"/>", "<w:r><w:t>VISIBLE</w:t></w:r>"),
        "<w:style w:type=\"paragraph\" w:styleId=\"CANARIO\"><w:name w:val=\"CANARIO\"/><w:aliases w:val=\"CANARIO\"/></w:style>"),
        ["a style that nothing uses"] = () => Write("",
        "<w:style w:type=\"paragraph\" w:styleId=\"X\"><w:name w:val=\"CANARIO\"/></w:style><w:latentStyles><w:lsdException "
            + "w:name=\"CANARIO\"/></w:latentStyles>"),
        ["the name of a font"] = () => Write(Run("<w:rFonts w:ascii=\"CANARIO\"/>", "VISIBLE")),
        ["a language that is none"] = () => Write(Run("<w:lang w:val=\"CANARIO\"/>", "VISIBLE")),
        ["a value that is none"] = () => Write(Paragraph("<w:jc w:val=\"CANARIO\"/><w:spacing w:before=\"CANARIO\"/>",
        "<w:r><w:rPr><w:u w:val=\"CANARIO\"/></w:rPr><w:t>VISIBLE</w:t></w:r>")),
        ["marks of a list that nothing uses"] = () => Write(Paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
        "<w:r><w:t>VISIBLE</w:t></w:r>"),
        parts: ("numbering", "word/numbering.xml",
        "<w:numbering {names}><w:abstractNum w:abstractNumId=\"1\"><w:name w:val=\"CANARIO\"/><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"custom\" "
            + "w:format=\"CANARIO\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"CANARIO "
            + "%4\"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:lvlText "
            + "w:val=\"CANARIO\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId "
            + "w:val=\"2\"/></w:num></w:numbering>")),
        ["an invisible mark of a list"] = () => Write(Paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
        "<w:r><w:t>VISIBLE</w:t></w:r>"),
        parts: ("numbering", "word/numbering.xml",
        "<w:numbering {names}><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"CANARIO "
            + "%1\"/><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
            + "w:val=\"1\"/></w:num></w:numbering>")),
        ["properties"] = () => Write("",
        parts: [("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml",
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>CANARIO</dc:title><dc:creator>CANARIO</dc:creator>"
            + "</cp:coreProperties>"), ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties", "docProps/app.xml", "<Properties xmlns=\"x\"><Company>CANARIO</Company></Properties>")]),
        ["data of the author"] = () => Write("", parts: ("customXml", "customXml/item1.xml", "<x>CANARIO</x>")),
        ["stored blocks"] = () => Write("",
        parts: ("glossaryDocument", "word/glossary/document.xml", "<w:glossaryDocument {names}><w:t>CANARIO</w:t></w:glossaryDocument>")),
        ["comments"] = () => Write("<w:p><w:commentRangeStart w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>",
        parts: ("comments", "word/comments.xml",
        "<w:comments {names}><w:comment w:id=\"1\" w:author=\"CANARIO\"><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:comment></w:comments>")),
        ["an embedded font"] = () => Write("",
        parts: [("fontTable", "word/fontTable.xml", "<w:fonts {names}><w:font w:name=\"CANARIO\"><w:altName w:val=\"CANARIO\"/></w:font></w:fonts>"),
        ("font", "word/fonts/f.odttf", "CANARIO")]),
        ["macros"] = () => Write("", parts: ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "word/vbaProject.bin", "CANARIO")),
        ["a picture that is nowhere"] = () => Write("", parts: ("image", "word/media/CANARIO.png", "CANARIO")),
        ["settings of the page on the web"] = () => Write("",
        parts: ("webSettings", "word/webSettings.xml",
        "<w:webSettings {names}><w:divs><w:div w:id=\"1\"><w:x w:val=\"CANARIO\"/></w:div></w:divs></w:webSettings>")),
        ["the names of the theme"] = () => Write("",
        parts: ("theme", "word/theme/theme1.xml",
        "<a:theme {names} name=\"CANARIO\"><a:themeElements><a:clrScheme name=\"CANARIO\"><a:dk1><a:srgbClr "
            + "val=\"000000\"/></a:dk1></a:clrScheme><a:fontScheme name=\"CANARIO\"><a:majorFont><a:latin "
            + "typeface=\"CANARIO\"/></a:majorFont><a:minorFont><a:latin typeface=\"Calibri\"/><a:font script=\"CANARIO\" "
            + "typeface=\"CANARIO\"/></a:minorFont></a:fontScheme></a:themeElements><a:objectDefaults><x:y>CANARIO</x:y></a:objectDefaults></a:theme>")),
        ["variables"] = () => Write("",
        settings: "<w:docVars><w:docVar w:name=\"CANARIO\" w:val=\"CANARIO\"/></w:docVars><w:mailMerge><w:query "
            + "w:val=\"CANARIO\"/></w:mailMerge><w:documentProtection w:hash=\"CANARIO\"/><w:defaultTabStop w:val=\"CANARIO\"/>"),
        ["a header of a first page that is like any other"] = () => Write("", section: "<w:headerReference w:type=\"first\" r:id=\"r5\"/>",
        parts: ("header", "word/header1.xml", "<w:hdr {names}><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:hdr>")),
        ["hidden text of a header"] = () => Write("", section: "<w:headerReference w:type=\"default\" r:id=\"r5\"/>",
        parts: ("header", "word/header1.xml", "<w:hdr {names}><w:p><w:r><w:t>VISIBLE</w:t></w:r>" + Hidden + "</w:p></w:hdr>")),
        ["a header of no page"] = () => Write("", parts: ("header", "word/header1.xml", "<w:hdr {names}><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:hdr>")),
        ["a note that nothing refers to"] = () => Write("",
        parts: ("footnotes", "word/footnotes.xml",
        "<w:footnotes {names}><w:footnote w:id=\"4\"><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:footnote><w:footnote w:type=\"separator\" "
            + "w:id=\"0\"><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:footnote><w:footnote w:type=\"continuationNotice\" "
            + "w:id=\"1\"><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:footnote></w:footnotes>")),
        ["a note of hidden text"] = () => Write("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id=\"4\"/></w:r></w:p>",
        parts: ("footnotes", "word/footnotes.xml",
        "<w:footnotes {names}><w:footnote w:id=\"4\"><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:footnote></w:footnotes>")),
        ["a remark in the XML"] = () => Write("<!-- CANARIO --><?x CANARIO?>"),
        ["a vocabulary of the author"] = () => Write("<w:p xmlns:z=\"urn:CANARIO\" z:a=\"CANARIO\" w:rsidR=\"CANARIO\"><z:b>CANARIO</z:b><x:c "
            + "d=\"CANARIO\"/></w:p>"),
        ["letters between elements"] = () => Write("<w:p>CANARIO<w:pPr>CANARIO</w:pPr><w:r>CANARIO</w:r></w:p>CANARIO"),
        ["letters where Word has none"] = () => Write("<w:t>CANARIO</w:t><w:p><w:t>CANARIO</w:t><w:pPr><w:t>CANARIO</w:t><w:rPr><w:t>CANARIO</w:t></w:rPr>"
            + "</w:pPr></w:p><w:tbl><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
        ["letters that no printer knows"] = () => Write($"<w:p><w:r><w:t>VISIBLE{string.Concat("CANARIO".Select(letter => char.ConvertFromUtf32(0xE0000 + letter)))}</w:t></w:r></w:p>"),
        ["a formula of nothing"] = () => Write("<w:p><m:oMath><m:phant><m:phantPr><m:show "
            + "m:val=\"0\"/></m:phantPr><m:e><m:r><m:t>CANARIO</m:t></m:r></m:e></m:phant></m:oMath></w:p>"),
        ["another document"] = () => Write("<w:subDoc r:id=\"r5\"/>", parts: ("subDocument", "word/sub.docx", "CANARIO")),
        ["drawn by hand"] = () => Write("<w:p><w:r><w:contentPart r:id=\"r5\" x:n=\"CANARIO\"/></w:r></w:p>",
        parts: ("customXml", "word/ink/ink1.xml", "<ink>CANARIO</ink>")),
    };

    public static TheoryData<string> All => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_of_it_is_in_the_copy_and_what_is_seen_stays(string way)
    {
        var before = Ways[way]();
        var copy = DocumentCleaner.Clean(before, CleanableKind.Docx);

        Assert.Empty(Canaries.In(copy.Bytes));
        Assert.Empty(Tags(copy.Bytes));
        Assert.Equal(Seen(before), Seen(copy.Bytes));
        Assert.NotEmpty(copy.Removed);
    }

    [Fact]
    public void There_are_many() => Assert.InRange(Ways.Count, 100, 200);

    /// <summary>The word as base64, wherever it begins, and in letters that have no glyph.</summary>
    private static IEnumerable<string> Tags(byte[] file)
    {
        string[] signs = ["Q0FOQVJJT", "NBTkFSSU", "DQU5BUklP", string.Concat("CANARIO".Select(letter => char.ConvertFromUtf32(0xE0000 + letter)))];
        return Parts(file).SelectMany(part => signs.Where(sign => part.Contains(sign, StringComparison.Ordinal)));
    }

    private static int Seen(byte[] file) => Parts(file).Sum(part => part.Split(">VISIBLE").Length - 1);

    private static List<string> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        })];
    }
}
