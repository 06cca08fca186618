namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// Makes the public copy of a Word document: not the original with things taken out, but a new document that is written with known parts,
/// elements and values, from what the original shows.
/// </summary>
internal static class DocxCleaner
{
    public static CleanedDocument Clean(byte[] file)
    {
        var notes = new CleaningNotes();
        var copy = new DocxCopy(new DocxOriginal(OfficePackage.Read(file)), notes);
        var bytes = copy.Write();
        copy.NoteLeftovers();
        return new CleanedDocument(bytes, notes.Sentences);
    }
}
