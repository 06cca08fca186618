using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Empties the cells that were merged into another: Word keeps what they said and shows nothing of it.</summary>
internal static class DocxTables
{
    public static void EmptyMerged(XElement root, CleaningNotes notes)
    {
        foreach (var cell in root.Descendants(W + "tc").Where(IsMergedAway).ToList())
        {
            notes.Add("textos de celdas que se combinaron con otra", cell.Descendants(W + "t").Any(text => text.Value.Trim().Length > 0) ? 1 : 0);
            cell.Elements().Where(element => element.Name != W + "tcPr").Remove();
            cell.Add(new XElement(W + "p"));
        }
    }

    private static bool IsMergedAway(XElement cell) =>
        cell.Element(W + "tcPr") is { } properties && (Continues(properties.Element(W + "vMerge")) || Continues(properties.Element(W + "hMerge")));

    private static bool Continues(XElement? merge) => merge is not null && merge.Val() != "restart";
}
