using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Makes a part that holds text (body, header, notes) ready to be written: as it is shown, in its final state, with nothing behind it.</summary>
internal sealed class DocxStory(DocxPictures pictures, CleaningNotes notes)
{
    /// <param name="part">The part, whose tree is changed.</param>
    /// <param name="unseen">What in it nobody sees.</param>
    public void Prepare(DocxPart part, HashSet<XElement> unseen)
    {
        var root = part.Root;
        if (root.Descendants(W + "altChunk").Any())
        {
            throw new CleaningException("El documento incluye otro documento dentro de sí, que no se puede limpiar con certeza. Ábralo, guárdelo de nuevo en "
                + "Word y súbalo otra vez.");
        }

        DocxBranches.Resolve(root);
        notes.Add("comentarios y sus autores", root.Descendants(W + "commentReference").Count());
        DocxRevisions.Accept(root, notes);
        // Before anything hidden goes: a mark of a field may stand in it, and its code would be text then.
        DocxFields.Clean(root, notes);
        root.RemoveAll(unseen.Contains);
        notes.Add("letras de fórmulas que no se ven", root.RemoveAll(element => element.Name == M + "r" && DocxFaint.Is(element.Element(W + "rPr"))));
        DocxWrappers.Unwrap(root, notes);
        DocxTables.EmptyMerged(root, notes);
        DocxLinks.Resolve(part, notes);
        DocxVml.Convert(part, notes);
        DocxDrawings.Resolve(part, pictures, notes);
        DocxShape.Repair(root);
    }
}
