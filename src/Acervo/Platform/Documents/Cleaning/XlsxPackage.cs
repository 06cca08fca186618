using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The file of the copy: a few parts with names of our own.</summary>
internal sealed class XlsxPackage(bool countsFrom1904)
{
    public const string DrawingId = "d1";

    private const string Types = "application/vnd.openxmlformats-officedocument.";
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Content = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly OfficePackage package = new();
    private readonly List<(string Name, string Part)> sheets = [];
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);
    private int pictures;

    public void Add(string name, XElement sheet, IReadOnlyList<(byte[] Bytes, XlsxAnchor Anchor)> seen)
    {
        var number = sheets.Count + 1;
        var part = $"xl/worksheets/sheet{number}.xml";
        sheets.Add((name, part));
        Put(part, "spreadsheetml.worksheet+xml", sheet);
        if (seen.Count > 0)
        {
            var drawing = $"xl/drawings/drawing{number}.xml";
            package[OfficeRelations.PathOf(part)] = OfficeRelations.Write(part, [new OfficeRelation(DrawingId, Kinds + "drawing", drawing, false)]);
            AddDrawing(drawing, seen);
        }
    }

    public byte[] ToBytes(XElement styles, XElement texts)
    {
        const string Main = "xl/workbook.xml";
        Put("xl/styles.xml", "spreadsheetml.styles+xml", styles);
        Put("xl/sharedStrings.xml", "spreadsheetml.sharedStrings+xml", texts);
        Put(Main, "spreadsheetml.sheet.main+xml", new XElement(
            S + "workbook",
            new XAttribute(XNamespace.Xmlns + "r", OfficeXml.Relationships),
            countsFrom1904 ? new XElement(S + "workbookPr", new XAttribute("date1904", 1)) : null,
            new XElement(S + "bookViews", new XElement(S + "workbookView")),
            new XElement(S + "sheets", sheets.Select((sheet, at) => new XElement(
                S + "sheet", new XAttribute("name", sheet.Name), new XAttribute("sheetId", at + 1),
                new XAttribute(OfficeXml.Relationships + "id", $"s{at + 1}"))))));
        package[OfficeRelations.PathOf(Main)] = OfficeRelations.Write(Main,
        [
            .. sheets.Select((sheet, at) => new OfficeRelation($"s{at + 1}", Kinds + "worksheet", sheet.Part, false)),
            new OfficeRelation("styles", Kinds + "styles", "xl/styles.xml", false),
            new OfficeRelation("texts", Kinds + "sharedStrings", "xl/sharedStrings.xml", false),
        ]);
        package["_rels/.rels"] = OfficeRelations.Write("", [new OfficeRelation("main", Kinds + "officeDocument", Main, false)]);
        package["[Content_Types].xml"] = OfficeXml.Write(new XElement(
            Content + "Types",
            new[] { ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"), ("png", "image/png"),
            ("jpg", "image/jpeg") }
                .Select(each => new XElement(Content + "Default", new XAttribute("Extension", each.Item1), new XAttribute("ContentType", each.Item2))),
            parts.Select(part => new XElement(Content + "Override", new XAttribute("PartName", "/" + part.Key), new XAttribute("ContentType", part.Value)))));
        return package.ToBytes();
    }

    private void AddDrawing(string drawing, IReadOnlyList<(byte[] Bytes, XlsxAnchor Anchor)> seen)
    {
        List<OfficeRelation> relations = [];
        List<XElement> anchors = [];
        foreach (var (bytes, anchor) in seen)
        {
            var (id, image) = ($"p{++pictures}", $"xl/media/image{pictures}.{(PngMetadata.IsPng(bytes) ? "png" : "jpg")}");
            package[image] = bytes;
            relations.Add(new OfficeRelation(id, Kinds + "image", image, false));
            anchors.Add(new XElement(Drawing + "oneCellAnchor", anchor.Write(Drawing), Picture(id, anchor), new XElement(Drawing + "clientData")));
        }

        Put(drawing, "drawing+xml", new XElement(Drawing + "wsDr", new XAttribute(XNamespace.Xmlns + "a", A), anchors));
        package[OfficeRelations.PathOf(drawing)] = OfficeRelations.Write(drawing, relations);
    }

    private XElement Picture(string id, XlsxAnchor anchor) => new(
        Drawing + "pic",
        new XElement(Drawing + "nvPicPr", new XElement(Drawing + "cNvPr", new XAttribute("id", pictures + 1), new XAttribute("name", $"Imagen {pictures}")),
        new XElement(Drawing + "cNvPicPr")),
        new XElement(
            Drawing + "blipFill",
            new XElement(A + "blip", new XAttribute(XNamespace.Xmlns + "r", OfficeXml.Relationships), new XAttribute(OfficeXml.Relationships + "embed", id)),
            new XElement(A + "stretch", new XElement(A + "fillRect"))),
        new XElement(
            Drawing + "spPr",
            new XElement(
                A + "xfrm",
                new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                new XElement(A + "ext", new XAttribute("cx", XlsxAnchor.Emu(anchor.Width)), new XAttribute("cy", XlsxAnchor.Emu(anchor.Height)))),
            new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst"))));

    private void Put(string part, string type, XElement root)
    {
        parts[part] = Types + type;
        package[part] = OfficeXml.Write(root);
    }
}
