using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The properties of the public copy: its title and nothing else.</summary>
internal static class OfficeProperties
{
    public const string RelationType = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    public const string ContentType = "application/vnd.openxmlformats-package.core-properties+xml";

    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static string Title(OfficePackage source)
    {
        var core = OfficeRelations.Read(source, "").Find(relation => relation.Type == RelationType && !relation.External);
        return core is not null && source.Has(core.Target) ? OfficeXml.Read(source[core.Target]).Element(Dc + "title")?.Value ?? "" : "";
    }

    public static byte[] TitleOnly(string title) => OfficeXml.Write(new XElement(
        Core + "coreProperties", new XAttribute(XNamespace.Xmlns + "dc", Dc), new XElement(Dc + "title", title)));
}
