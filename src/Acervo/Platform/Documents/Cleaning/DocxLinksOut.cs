using System.Globalization;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The relationships of one part of the copy, written from nothing.</summary>
internal sealed class DocxLinksOut
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly List<OfficeRelation> relations = [];

    public bool Any => relations.Count > 0;

    public IReadOnlyList<OfficeRelation> All => relations;

    public bool Has(string id) => relations.Exists(relation => relation.Id == id);

    /// <summary>The id under which the part may point at it; the same target has one id.</summary>
    public string Add(string kind, string target, bool external = false)
    {
        var known = relations.Find(relation => relation.Target == target && relation.Type == Office + kind);
        if (known is null)
        {
            known = new OfficeRelation("n" + (relations.Count + 1).ToString(CultureInfo.InvariantCulture), Office + kind, target, external);
            relations.Add(known);
        }

        return known.Id;
    }
}
