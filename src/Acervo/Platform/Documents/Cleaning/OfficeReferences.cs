using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The places in a part that point at other parts: found, and taken out where what they point at does not come along.</summary>
internal static class OfficeReferences
{
    // What holds a picture or a shape: without its file the whole thing goes.
    private static readonly string[] Holders = ["object", "drawing", "pict", "twoCellAnchor", "oneCellAnchor", "absoluteAnchor"];

    public static HashSet<string> In(XElement root) =>
        [.. root.DescendantsAndSelf().Attributes().Where(IsReference).Select(attribute => attribute.Value)];

    public static void Drop(XElement root, HashSet<string> gone, CleaningNotes notes)
    {
        if (root.Descendants().Any(element => element.Name.LocalName is "altChunk"))
        {
            throw new CleaningException("El documento incluye otro documento dentro de sí, que no se puede limpiar con certeza. Ábralo, guárdelo de nuevo en Word y súbalo otra vez.");
        }

        foreach (var element in root.Descendants().Where(element => element.Attributes().Any(at => IsReference(at) && gone.Contains(at.Value))).ToList())
        {
            if (element.Name.LocalName == "pageSetup")
            {
                element.Attributes().Where(IsReference).Remove();
                continue;
            }

            if (element.Name.LocalName == "hyperlink" && element.HasElements)
            {
                element.ReplaceWith(element.Nodes());
                notes.Add("vínculos a archivos o redes internas");
                continue;
            }

            var holder = IsWhole(element) ? element.AncestorsAndSelf().FirstOrDefault(each => Holders.Contains(each.Name.LocalName)) : null;
            notes.Add(holder is null ? "vínculos a partes que no se ven" : "objetos o imágenes vinculadas");
            (holder ?? element).Remove();
        }
    }

    // A link on a picture goes alone; the picture itself stays.
    private static bool IsWhole(XElement element) => element.Name.LocalName is not ("hlinkClick" or "hlinkHover" or "externalData" or "svgBlip");

    private static bool IsReference(XAttribute attribute) =>
        attribute.Name.Namespace == OfficeXml.Relationships || (attribute.Name.LocalName == "relid" && attribute.Name.NamespaceName.Length > 0);
}
