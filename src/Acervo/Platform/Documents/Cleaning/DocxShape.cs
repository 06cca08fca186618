using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Makes a part whole again after things were taken out: no table without rows, no row without cells, no cell without a paragraph.</summary>
internal static class DocxShape
{
    public static void Repair(XElement root)
    {
        foreach (var row in root.Descendants(W + "tr").Where(row => !row.Descendants(W + "tc").Any()).ToList())
        {
            row.Remove();
        }

        foreach (var table in root.Descendants(W + "tbl").Where(table => !table.Descendants(W + "tr").Any()).ToList())
        {
            table.Remove();
        }

        foreach (var cell in root.Descendants().Where(NeedsParagraph).ToList())
        {
            cell.Add(new XElement(W + "p"));
        }
    }

    // A cell must end in a paragraph; a note or a header must have one.
    private static bool NeedsParagraph(XElement element) =>
        (element.Name == W + "tc" && element.Elements().LastOrDefault()?.Name is { } last && last != W + "p" && last != W + "sdt")
        || (element.Name.LocalName is "footnote" or "endnote" && element.Name.Namespace == W && element.Parent?.Name.LocalName is "footnotes" or "endnotes"
        && !element.HasElements);
}
