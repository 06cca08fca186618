using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Accepts the tracked changes of a part: what was added stays, what was deleted goes, and nobody's name remains.</summary>
internal static class DocxRevisions
{
    private static readonly HashSet<string> Additions = new(StringComparer.Ordinal) { "ins", "moveTo" };
    private static readonly HashSet<string> Deletions = new(StringComparer.Ordinal) { "del", "moveFrom", "delText", "delInstrText" };

    public static void Accept(XElement root, CleaningNotes notes)
    {
        var count = DropDeletedRowsAndCells(root);
        DropDeletedMarks(root);
        count += root.RemoveAll(element => Is(element, Deletions));
        count += root.RemoveAll(element => element.Name.Namespace == W && IsTrace(element.Name.LocalName));
        count += root.UnwrapAll(element => Is(element, Additions));
        notes.Add("marcas del control de cambios, que quedan aceptados", count);
    }

    private static bool Is(XElement element, HashSet<string> names) =>
        element.Name.Namespace == W && names.Contains(element.Name.LocalName);

    private static bool IsTrace(string name) =>
        name.EndsWith("PrChange", StringComparison.Ordinal)
        || name is "numberingChange" or "tblGridChange" or "cellIns" or "cellMerge"
        || (name.StartsWith("move", StringComparison.Ordinal) && name.Contains("Range", StringComparison.Ordinal))
        || (name.StartsWith("customXml", StringComparison.Ordinal) && name.Contains("Range", StringComparison.Ordinal));

    private static int DropDeletedRowsAndCells(XElement root) =>
        root.RemoveAll(element => element.Name == W + "tr" && element.Element(W + "trPr")?.Element(W + "del") is not null)
        + root.RemoveAll(element => element.Name == W + "tc" && element.Element(W + "tcPr")?.Element(W + "cellDel") is not null);

    // The end of a paragraph was deleted: a paragraph that only held deleted text disappears with it.
    private static void DropDeletedMarks(XElement root) => root.RemoveAll(element =>
        element.Name == W + "p"
        && element.Element(W + "pPr")?.Element(W + "rPr")?.Elements().Any(mark => Is(mark, Deletions)) == true
        && element.Element(W + "pPr")?.Element(W + "sectPr") is null
        && element.Elements().All(child => child.Name == W + "pPr" || Is(child, Deletions)
        || child.Name.LocalName.Contains("Range", StringComparison.Ordinal)));
}
