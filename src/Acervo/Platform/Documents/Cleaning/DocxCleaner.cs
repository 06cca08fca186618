using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Makes the public copy of a Word document: changes accepted, hidden text and comments gone, only the parts that are seen.</summary>
internal static class DocxCleaner
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static readonly HashSet<string> Stories = new(StringComparer.Ordinal) { "header", "footer", "footnotes", "endnotes" };

    private static readonly HashSet<string> Implied = new(StringComparer.Ordinal)
    {
        "styles", "numbering", "settings", "fontTable", "theme", "footnotes", "endnotes", "chartStyle", "chartColorStyle", "diagramDrawing",
    };

    private static readonly HashSet<string> Kinds =
    [
        .. Implied, .. Stories, "officeDocument", "image", "chart", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors",
    ];

    public static CleanedDocument Clean(byte[] file)
    {
        var source = OfficePackage.Read(file);
        var relations = OfficeRelations.Read(source, "");
        var main = relations.Find(relation => relation.Kind == "officeDocument")?.Target ?? throw new InvalidDataException("The file has no main document.");
        var document = OfficeXml.Read(source[main]);
        if (document.Name != W + "document")
        {
            throw new CleaningException("El documento no está en el formato corriente de Word (.docx). Guárdelo como «Documento de Word» y súbalo otra vez.");
        }

        var notes = new CleaningNotes();
        var cleaner = new DocxStory(DocxHiddenStyles.Read(source, main), notes);

        // The body goes first: what it no longer shows decides which notes and headers come along.
        cleaner.Clean(document);
        DocxNotes.DropUnseen(source, main, document, notes);
        DocxSections.DropUnseenHeaders(source, main, document, notes);
        source[main] = OfficeXml.Write(document);
        var graph = new OfficeGraph(source, Kinds, Implied, (kind, root) => CleanPart(kind, root, cleaner, notes), notes);
        return new CleanedDocument(graph.Copy(MainType, OfficeProperties.Title(source)).ToBytes(), notes.Sentences);
    }

    private static void CleanPart(string kind, XElement root, DocxStory story, CleaningNotes notes)
    {
        if (kind == "settings")
        {
            DocxSettings.Clean(root, notes);
        }
        else if (Stories.Contains(kind))
        {
            story.Clean(root);
        }
        else if (kind is "styles" or "numbering")
        {
            DocxRevisions.Accept(root, notes);
            root.RemoveAll(element => element.Name.LocalName is "vanish" or "specVanish" or "rsid");
        }

        OfficeDrawings.Clean(root, notes);
        DocxMarks.Strip(root);
    }
}
