using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Cleans a part that holds text (body, header, footer, notes).</summary>
internal sealed class DocxStory(DocxHiddenStyles hidden, CleaningNotes notes)
{
    // Marks of comments, of permissions, of the spelling checker; bindings to data that does not come along.
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal)
    {
        "commentRangeStart", "commentRangeEnd", "annotationRef", "proofErr", "permStart", "permEnd",
        "dataBinding", "docPartObj", "docPartList", "placeholder", "smartTagPr", "customXmlPr", "subDoc", "fldData", "printerSettings", "object",
        "entryMacro", "exitMacro", "helpText", "statusText",
    };

    public void Clean(XElement root)
    {
        notes.Add("comentarios y sus autores", root.RemoveAll(element => element.Name == W + "commentReference"));
        notes.Add("archivos u objetos incrustados", root.Descendants(W + "object").Count());
        DocxRevisions.Accept(root, notes);
        notes.Add("fragmentos de texto oculto", hidden.Remove(root));
        DocxFields.Clean(root, notes);
        root.RemoveAll(element => element.Name.Namespace == W && Marks.Contains(element.Name.LocalName) && !IsControlKind(element));
        root.UnwrapAll(element => element.Name == W + "smartTag" || element.Name == W + "customXml");
        DocxShape.Repair(root);
    }

    // A building-block box stays a box: only what it points at in the template is lost.
    private static bool IsControlKind(XElement element) => element.Name.LocalName is "docPartObj" or "docPartList" && !element.HasElements;
}
