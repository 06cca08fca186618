using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The list of what each part of the copy is.</summary>
internal static class DocxContentTypes
{
    private static readonly XNamespace Ns = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static byte[] Write(IEnumerable<KeyValuePair<string, string>> types) => OfficeXml.Write(new XElement(
        Ns + "Types",
        Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        Default("xml", "application/xml"),
        Default("png", "image/png"),
        Default("jpeg", "image/jpeg"),
        types.OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => new XElement(
            Ns + "Override", new XAttribute("PartName", "/" + type.Key), new XAttribute("ContentType", type.Value)))));

    private static XElement Default(string ending, string type) =>
        new(Ns + "Default", new XAttribute("Extension", ending), new XAttribute("ContentType", type));
}
