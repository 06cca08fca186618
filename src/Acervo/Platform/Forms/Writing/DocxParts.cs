using System.Xml.Linq;
using Acervo.Platform.Documents;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>Puts the parts of the document together: content types, relationships, properties, settings, footnote.</summary>
internal static class DocxParts
{
    public const string HeaderId = "rIdHeader";

    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static readonly string[] PlainParts = ["styles", "numbering", "settings", "footnotes"];

    public static OfficePackage Assemble(FormDefinition form, FormDocxOptions options, string? title, byte[] body, byte[] numbering, DocxLinks links)
    {
        var package = new OfficePackage
        {
            ["[Content_Types].xml"] = ContentTypes(),
            ["_rels/.rels"] = Rels([("rIdDocument", Office + "officeDocument", "word/document.xml"),
            ("rIdCore", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")]),
            ["docProps/core.xml"] = Properties(title ?? form.Name, options.EntityName, $"{form.Code} v{form.Version}"),
            ["word/document.xml"] = body,
            ["word/styles.xml"] = DocxStyles.ToXml(),
            ["word/numbering.xml"] = numbering,
            ["word/settings.xml"] = Settings(),
            ["word/footnotes.xml"] = Footnotes(form.Footnote),
            ["word/header1.xml"] = DocxHeader.ToXml(form, options),
            ["word/_rels/document.xml.rels"] = Rels(
                [.. PlainParts.Select(name => ($"rId-{name}", Office + name, $"{name}.xml")), (HeaderId, Office + "header", "header1.xml")],
                links.All),
        };
        if (options.MarkPng is { } mark)
        {
            package["word/media/mark.png"] = mark;
            package["word/_rels/header1.xml.rels"] = Rels([(DocxHeader.MarkId, Office + "image", "media/mark.png")]);
        }

        return package;
    }

    private static byte[] Rels(IEnumerable<(string Id, string Type, string Target)> parts, IEnumerable<(string Id, string Address)>? links = null)
    {
        XNamespace ns = Relations;
        return Bytes(new XElement(
            ns + "Relationships",
            parts.Select(part => Relation(part.Id, part.Type, part.Target)),
            links?.Select(link => Relation(link.Id, Office + "hyperlink", link.Address, new XAttribute("TargetMode", "External")))));

        XElement Relation(string id, string type, string target, XAttribute? mode = null) =>
            new(ns + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target), mode);
    }

    private static byte[] ContentTypes()
    {
        XNamespace ns = "http://schemas.openxmlformats.org/package/2006/content-types";
        return Bytes(new XElement(
            ns + "Types",
            Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            Default("xml", "application/xml"),
            Default("png", "image/png"),
            Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            Override("/word/document.xml", Word + "document.main+xml"),
            PlainParts.Select(name => Override($"/word/{name}.xml", $"{Word}{name}+xml")),
            Override("/word/header1.xml", Word + "header+xml")));

        XElement Default(string extension, string type) => new(ns + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));
        XElement Override(string name, string type) => new(ns + "Override", new XAttribute("PartName", name), new XAttribute("ContentType", type));
    }

    private static byte[] Properties(string title, string entity, string subject)
    {
        XNamespace core = Core;
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        return Bytes(new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XElement(dc + "title", Clean(title)),
            new XElement(dc + "subject", subject),
            new XElement(dc + "creator", Clean(entity)),
            new XElement(core + "lastModifiedBy", Clean(entity)),
            new XElement(dc + "language", "es-CO")));
    }

    // Word forgets who saved the file: the form travels from hand to hand.
    private static byte[] Settings() => Bytes(Root(
        "settings",
        El("removePersonalInformation"),
        El("removeDateAndTime"),
        Val("defaultTabStop", 708),
        El("footnotePr", El("footnote", At("id", -1)), El("footnote", At("id", 0))),
        El("compat", El("compatSetting", At("name", "compatibilityMode"), At("uri", "http://schemas.microsoft.com/office/word"), At("val", 15))),
        Val("themeFontLang", "es-CO"),
        Val("decimalSymbol", ","),
        Val("listSeparator", ";")));

    private static byte[] Footnotes(string? text) => Bytes(Root(
        "footnotes",
        El("footnote", At("type", "separator"), At("id", -1), El("p", El("r", El("separator")))),
        El("footnote", At("type", "continuationSeparator"), At("id", 0), El("p", El("r", El("continuationSeparator")))),
        text is null ? null : El(
            "footnote",
            At("id", 1),
            Wml.Paragraph("FootnoteText", El("r", El("rPr", Val("rStyle", "FootnoteReference")), El("footnoteRef")), Run(" " + text)))));
}
