using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Empties the shared texts that no cell shows: what was typed and deleted may still be among them.</summary>
internal static class XlsxStrings
{
    public static void DropUnused(OfficePackage source, string main, IReadOnlyList<XElement> sheets, CleaningNotes notes)
    {
        var part = OfficeRelations.Read(source, main).Find(relation => relation.Kind == "sharedStrings")?.Target;
        if (part is null || !source.Has(part))
        {
            return;
        }

        var used = sheets.SelectMany(sheet => sheet.Descendants(S + "c"))
            .Where(cell => (string?)cell.Attribute("t") == "s")
            .Select(cell => int.TryParse(cell.Element(S + "v")?.Value, CultureInfo.InvariantCulture, out var at) ? at : -1)
            .ToHashSet();
        var root = OfficeXml.Read(source[part]);
        foreach (var item in root.Elements(S + "si").Where((_, at) => !used.Contains(at)).ToList())
        {
            notes.Add("textos borrados que el libro aún guardaba", item.Value.Length > 0 ? 1 : 0);
            item.ReplaceNodes(new XElement(S + "t"));
        }

        root.RemoveAll(element => element.Name.LocalName is "rPh" or "phoneticPr" or "extLst");
        source[part] = OfficeXml.Write(root);
    }
}
