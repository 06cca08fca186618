using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Keeps the notes that the text refers to, and the line that separates them from it, written anew.</summary>
internal static class DocxNotes
{
    private static readonly string[] Separators = ["separator", "continuationSeparator"];

    public static void DropUnseen(XElement root, XElement document, string name, CleaningNotes notes)
    {
        var used = document.Descendants(W + (name + "Reference")).Select(reference => (string?)reference.Attribute(W + "id")).ToHashSet(StringComparer.Ordinal);
        foreach (var note in root.Elements().ToList())
        {
            var type = (string?)note.Attribute(W + "type");
            if (Separators.Contains(type) && note.Name == W + name)
            {
                note.ReplaceNodes(new XElement(W + "p", new XElement(W + "r", new XElement(W + type!))));
            }
            else if (note.Name != W + name || type is not (null or "normal") || !used.Contains((string?)note.Attribute(W + "id")))
            {
                notes.Add("notas al pie que no se ven", note.Descendants(W + "t").Any() ? 1 : 0);
                note.Remove();
            }
        }
    }
}
