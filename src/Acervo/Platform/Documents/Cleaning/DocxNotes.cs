using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Drops the footnotes and endnotes that nothing refers to any more: the text of a deleted note stays in its part otherwise.</summary>
internal static class DocxNotes
{
    public static void DropUnseen(OfficePackage package, string main, XElement document, CleaningNotes notes)
    {
        foreach (var name in new[] { "footnote", "endnote" })
        {
            var part = OfficeRelations.Read(package, main).Find(relation => relation.Kind == name + "s")?.Target;
            if (part is null || !package.Has(part))
            {
                continue;
            }

            var used = document.Descendants(W + (name + "Reference")).Select(reference => (string?)reference.Attribute(W + "id")).ToHashSet(StringComparer.Ordinal);
            var root = OfficeXml.Read(package[part]);
            var gone = root.Elements(W + name)
                .Where(note => (string?)note.Attribute(W + "type") is null or "normal" && !used.Contains((string?)note.Attribute(W + "id")))
                .ToList();
            gone.Remove();
            notes.Add("notas al pie que no se ven", gone.Count);
            package[part] = OfficeXml.Write(root);
        }
    }
}
