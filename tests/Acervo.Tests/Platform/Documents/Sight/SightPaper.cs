using System.Text;
using Acervo.Platform.Documents;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>A small Word file for one way to hide a word: the word is SECRETO, and what must stay readable says VISIBLE.</summary>
internal sealed record SightPaper(string Body)
{
    public const string Secret = "SECRETO";
    public const string Shown = "VISIBLE";

    public static readonly string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:o="urn:schemas-microsoft-com:office:office"
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
        xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x="urn:x" mc:Ignorable="w14 w15 x"
        """.ReplaceLineEndings(" ");

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public string Styles { get; init; } = "";

    public string Settings { get; init; } = "";

    public string Numbering { get; init; } = "";

    public string Background { get; init; } = "";

    public string Section { get; init; } = "";

    /// <summary>Other parts by name, of which the root is named like the part: header1, footnotes.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static SightPaper Run(string properties, string more = "") => new($"<w:p>{R("", "VISIBLE ")}{R(properties)}</w:p>{more}");

    public static SightPaper Style(string properties, string styles) => new($"<w:p>{R("", "VISIBLE ")}{R(properties)}</w:p>") { Styles = styles };

    public static SightPaper Paragraph(string properties, string mark = "") => new($"{P("", R("", Shown))}{P(properties + mark, R("", Secret))}");

    public static SightPaper Table(string rows, string properties = "", string grid = "") =>
        new($"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>");

    public static string P(string properties, string inside) => $"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>";

    public static string R(string properties, string text = Secret) => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Row(string properties, params string[] cells) => $"<w:tr><w:trPr>{properties}</w:trPr>{string.Concat(cells)}</w:tr>";

    public static string Cell(string properties, string inside) => $"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>";

    public static string Cell(string properties, string runProperties, string text) => Cell(properties, P("", R(runProperties, text)));

    /// <summary>A drawing that floats, with a box of text in it. Lengths are in points.</summary>
    public static string Box(string text = Secret, double x = 100, double y = 100, double width = 200, double height = 60, string fill = "", string body = "",
        string run = "", string docPr = "", string anchor = "", string from = "page") => $"""
        <w:r><w:drawing><wp:anchor behindDoc="0" relativeHeight="1" {anchor}><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="{from}"><wp:posOffset>{x * 12700:0}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="{from}"><wp:posOffset>{y * 12700:0}</wp:posOffset></wp:positionV><wp:extent cx="{width * 12700:0}" cy="{height * 12700:0}"/><wp:wrapNone/><wp:docPr id="1" name="a" {docPr}/>{Shape(text, width, height, fill, body, run)}</wp:anchor></w:drawing></w:r>
        """;

    public static string Shape(string text, double width, double height, string fill, string body, string run) =>
        $"""<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>"""
            + $"""<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width * 12700:0}" cy="{height * 12700:0}"/></a:xfrm>{fill}</wps:spPr><wps:txbx>"""
            + $"""<w:txbxContent>{P("", R(run, text))}</w:txbxContent></wps:txbx><wps:bodyPr {body}/></wps:wsp></a:graphicData></a:graphic>""";

    public static string Vml(string style, string attributes = "", string text = Secret, string box = "") =>
        $"""<w:r><w:pict><v:shape style="{style}" {attributes}><v:textbox style="{box}"><w:txbxContent>{P("", R("", text))}</w:txbxContent></v:textbox>"""
            + $"""</v:shape></w:pict></w:r>""";

    public static SightPaper Line(string inside) => new(P("", R("", "VISIBLE ") + inside));

    public byte[] Write()
    {
        var package = new OfficePackage();
        var parts = new Dictionary<string, string>(Parts, StringComparer.Ordinal) { ["styles"] = Styles, ["settings"] = Settings, ["numbering"] = Numbering };
        Add(package, "word/document.xml", $"<w:document {Namespaces}>{Background}<w:body>{Body}<w:sectPr>{Section}</w:sectPr></w:body></w:document>");
        foreach (var (name, xml) in parts)
        {
            Add(package, $"word/{name}.xml", $"<w:{Root(name)} {Namespaces}>{xml}</w:{Root(name)}>");
        }

        Add(package, "_rels/.rels", Relations([("document", "officeDocument")], "word/"));
        Add(package, "word/_rels/document.xml.rels", Relations(parts.Keys.Select(name => (name, Kind(name)))));
        Add(package, "[Content_Types].xml",
            $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" """
                + $"""ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" """
                + $"""ContentType="{Word}document.main+xml"/>{string.Concat(parts.Keys.Select(name => $"<Override PartName=\"/word/{name}.xml\" ContentType=\"{Word}{Kind(name)}+xml\"/>"))}</Types>""");
        return package.ToBytes();
    }

    private static string Relations(IEnumerable<(string Name, string Kind)> relations, string folder = "") =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select(each => $"<Relationship Id=\"{each.Name}\" Type=\"{Office}{each.Kind}\" Target=\"{folder}{each.Name}.xml\"/>"))}</Relationships>";

    private static string Kind(string part) => part.TrimEnd('1', '2', '3');

    private static string Root(string part) => Kind(part) switch { "header" => "hdr", "footer" => "ftr", var other => other };

    private static void Add(OfficePackage package, string name, string xml) => package[name] = Encoding.UTF8.GetBytes(xml);
}
