using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Reads and writes the relationships of a part, with targets as full names inside the package.</summary>
internal static class OfficeRelations
{
    private static readonly XNamespace Ns = "http://schemas.openxmlformats.org/package/2006/relationships";
    // Any base will do: only the path is used, and the scheme of packages is not always known.
    private static readonly Uri Root = new("https://package/");

    public static string PathOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    public static List<OfficeRelation> Read(OfficePackage package, string part)
    {
        var path = part.Length == 0 ? "_rels/.rels" : PathOf(part);
        return package.Has(path) ? [.. OfficeXml.Read(package[path]).Elements(Ns + "Relationship").Select(element => Read(element, part))] : [];
    }

    public static byte[] Write(string part, IEnumerable<OfficeRelation> relations) => OfficeXml.Write(new XElement(
        Ns + "Relationships",
        relations.Select(relation => new XElement(
            Ns + "Relationship",
            new XAttribute("Id", relation.Id),
            new XAttribute("Type", relation.Type),
            new XAttribute("Target", relation.External || part.Length == 0 ? relation.Target : "/" + relation.Target),
            relation.External ? new XAttribute("TargetMode", "External") : null))));

    private static OfficeRelation Read(XElement element, string part)
    {
        var external = (string?)element.Attribute("TargetMode") == "External";
        var target = Required(element, "Target");
        return new OfficeRelation(
            Required(element, "Id"),
            Required(element, "Type"),
            external ? target : Uri.UnescapeDataString(new Uri(new Uri(Root, part), target).AbsolutePath).TrimStart('/'),
            external);
    }

    private static string Required(XElement element, string name) =>
        (string?)element.Attribute(name) ?? throw new InvalidDataException("A relationship of the document is incomplete.");
}
