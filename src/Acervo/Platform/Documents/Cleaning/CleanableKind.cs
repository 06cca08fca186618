namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The kinds of file that can be cleaned for publication.</summary>
public enum CleanableKind
{
    Docx,
    Xlsx,
    Pdf,
    Png,
    Jpeg,
}
