using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Strips the attributes that say who wrote what, and when, from any part of a Word document.</summary>
internal static class DocxMarks
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "author", "initials", "userId", "providerId", "dateUtc", "paraId", "textId", "durableId", "editId", "anchorId", "edGrp", "ed", "gfxdata",
    };

    public static void Strip(XElement root)
    {
        foreach (var attribute in root.DescendantsAndSelf().Attributes().Where(IsMark).ToList())
        {
            attribute.Remove();
        }
    }

    private static bool IsMark(XAttribute attribute) =>
        !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName.Length > 0
        && (Names.Contains(attribute.Name.LocalName) || attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal));
}
