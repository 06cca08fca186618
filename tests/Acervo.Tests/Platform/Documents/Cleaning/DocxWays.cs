using System.Text;
using Acervo.Platform.Documents;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>
/// A Word document with one paragraph that is seen (VISIBLE) and one thing that is not (CANARIO): the body of each is given, the rest is the same.
/// </summary>
internal static class DocxWays
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Names = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x="urn:x" mc:Ignorable="w14 w15 x"
        """;

    public static string Run(string look, string text = "CANARIO") => $"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>";

    public static string Paragraph(string look, string inside = "<w:r><w:t>CANARIO</w:t></w:r>") => $"<w:p><w:pPr>{look}</w:pPr>{inside}</w:p>";

    public static string Table(string properties, string row, string cell, string inside = "<w:p><w:r><w:t>CANARIO</w:t></w:r></w:p>") =>
        $"<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"dxa\"/>{properties}</w:tblPr><w:tblGrid><w:gridCol "
            + "w:w=\"5000\"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>VISIBLE "
            + $"celda</w:t></w:r></w:p></w:tc></w:tr><w:tr>{row}<w:tc>{cell}{inside}</w:tc></w:tr></w:tbl><w:p/>";

    public static string Field(string code, string result = "VISIBLE resultado") =>
        $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar "
            + $"w:fldCharType=\"separate\"/></w:r><w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";

    /// <summary>A text box that stands so many EMU from the left and top of its page.</summary>
    public static string Box(string x = "0", string y = "0", string side = "1800000", string properties = "",
        string inside = "<w:p><w:r><w:t>CANARIO</w:t></w:r></w:p>", string link = "") =>
        $"""<w:p><w:r><w:drawing><wp:anchor behindDoc="0" simplePos="0" relativeHeight="2" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" """
            + $"""y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page">"""
            + $"""<wp:posOffset>{y}</wp:posOffset></wp:positionV><wp:extent cx="{side}" cy="{side}"/><wp:wrapNone/><wp:docPr id="7" """
            + $"""name="Cuadro" {properties}/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>"""
            + $"""<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>"""
            + $"""</a:prstGeom></wps:spPr><wps:txbx {link}><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"""
            + $"""</a:graphic></wp:anchor></w:drawing></w:r></w:p>""";

    public static string Picture(string properties = "", string inner = "", string blip = "", string embed = "rImg") =>
        $"""<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="Imagen" {properties}/><a:graphic><a:graphicData """
            + $"""uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x" {inner}/><pic:cNvPicPr/>"""
            + $"""</pic:nvPicPr><pic:blipFill><a:blip r:embed="{embed}">{blip}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"""
            + $"""<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"""
            + $"""</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>""";

    /// <param name="body">What stands between the visible paragraph and the end.</param>
    /// <param name="styles">Styles beside the plain one.</param>
    /// <param name="settings">What the settings hold.</param>
    /// <param name="section">What the section holds.</param>
    /// <param name="parts">Other parts: the kind of its relationship, its name, its text; <c>{names}</c> stands for the names of the format.</param>
    public static byte[] Write(string body, string styles = "", string settings = "", string section = "",
        params (string Kind, string Name, string Text)[] parts)
    {
        var package = new OfficePackage();
        void Add(string name, string text) => package[name] = Encoding.UTF8.GetBytes(text.Replace("{names}", Names, StringComparison.Ordinal));

        Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" """
            + """ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default """
            + """Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/octet-stream"/><Override """
            + """PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override """
            + """PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override """
            + """PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/></Types>""");
        Add("_rels/.rels", Rels([("r1", Office + "officeDocument", "word/document.xml"),
            .. parts.Where(part => part.Name.StartsWith("docProps", StringComparison.Ordinal)).Select((part, at) => ($"q{at}", part.Kind, part.Name))]));
        Add("word/document.xml", $"<w:document {Names}><w:body><w:p><w:r><w:t>VISIBLE</w:t></w:r></w:p>{body}<w:sectPr>{section}<w:pgSz w:w=\"12240\" "
            + "w:h=\"15840\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"708\" w:footer=\"708\" "
            + "w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
        Add("word/styles.xml", $"<w:styles {Names}><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
            + $"w:val=\"Normal\"/></w:style>{styles}</w:styles>");
        Add("word/settings.xml", $"<w:settings {Names}>{settings}</w:settings>");
        List<(string, string, string)> relations = [("rSty", Office + "styles", "styles.xml"), ("rSet", Office + "settings", "settings.xml"),
            ("rImg", Office + "image", "media/foto.png"), ("rWeb", Office + "hyperlink", "https://example.gov.co/CANARIO?x=CANARIO"),
            ("rMail", Office + "hyperlink", "mailto:oficina@example.gov.co?subject=CANARIO")];
        foreach (var (kind, name, text) in parts.Where(part => !part.Name.StartsWith("docProps", StringComparison.Ordinal)))
        {
            relations.Add(($"r{relations.Count}", kind.Contains('/', StringComparison.Ordinal) ? kind : Office + kind, "/" + name));
            Add(name, text);
        }

        foreach (var (_, name, text) in parts.Where(part => part.Name.StartsWith("docProps", StringComparison.Ordinal)))
        {
            Add(name, text);
        }

        Add("word/_rels/document.xml.rels", Rels(relations));
        package["word/media/foto.png"] = Pictures.Png("CANARIO-png");
        return package.ToBytes();
    }

    private static string Rels(IEnumerable<(string Id, string Type, string Target)> relations) =>
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
        + string.Concat(relations.Select(each => $"""<Relationship Id="{each.Id}" Type="{each.Type}" """
        + $"""Target="{each.Target}"{(each.Target.Contains("://", StringComparison.Ordinal) || each.Target.StartsWith("mailto", StringComparison.Ordinal) ? " TargetMode=\"External\"" : "")}/>"""))
        + "</Relationships>";
}
