using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>One part of the original: its tree, which is taken apart while the copy is made, and what it points at.</summary>
internal sealed record DocxPart(string Name, XElement Root, IReadOnlyDictionary<string, OfficeRelation> Relations)
{
    /// <summary>What the copy of this part points at; the ids are new ones.</summary>
    public DocxLinksOut Out { get; } = new();

    public static DocxPart Read(OfficePackage source, string name)
    {
        var relations = new Dictionary<string, OfficeRelation>(StringComparer.Ordinal);
        foreach (var relation in OfficeRelations.Read(source, name))
        {
            relations.TryAdd(relation.Id, relation);
        }

        return new DocxPart(name, OfficeXml.Read(source[name]), relations);
    }
}
