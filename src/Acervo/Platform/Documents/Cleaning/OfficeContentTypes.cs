using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The content types of a package: read from the original, written only for the parts that the copy has.</summary>
internal sealed class OfficeContentTypes
{
    private static readonly XNamespace Ns = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly Dictionary<string, string> byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> byPart = new(StringComparer.OrdinalIgnoreCase);

    public static OfficeContentTypes Read(OfficePackage package)
    {
        if (!package.Has("[Content_Types].xml"))
        {
            throw new InvalidDataException("The file is not an Office package.");
        }

        var types = new OfficeContentTypes();
        foreach (var element in OfficeXml.Read(package["[Content_Types].xml"]).Elements())
        {
            var type = (string?)element.Attribute("ContentType") ?? "";
            if (element.Name == Ns + "Default")
            {
                types.byExtension[(string?)element.Attribute("Extension") ?? ""] = type;
            }
            else
            {
                types.byPart[((string?)element.Attribute("PartName") ?? "").TrimStart('/')] = type;
            }
        }

        return types;
    }

    /// <summary>The main document of the copy never allows macros, whatever the original was.</summary>
    public void SetMain(string part, string type) => byPart[part] = type;

    public byte[] Write(IEnumerable<string> parts)
    {
        byPart["docProps/core.xml"] = OfficeProperties.ContentType;
        return OfficeXml.Write(new XElement(
            Ns + "Types",
            new XElement(Ns + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(Ns + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            parts.Where(part => !part.EndsWith(".rels", StringComparison.Ordinal)).Select(part => new XElement(
                Ns + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", TypeOf(part))))));
    }

    private string TypeOf(string part) =>
        byPart.GetValueOrDefault(part) ?? byExtension.GetValueOrDefault(Path.GetExtension(part).TrimStart('.'))
        ?? throw new InvalidDataException("A part of the document has no content type.");
}
