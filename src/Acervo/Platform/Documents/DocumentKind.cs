namespace Acervo.Platform.Documents;

/// <summary>What a file is by its first bytes; its name and its declared type are never believed.</summary>
public enum DocumentKind
{
    PlainText,
    Html,
    Word,
    OpenDocument,
    OldWord,
    Pdf,
    ScannedPdf,
    Image,
}
