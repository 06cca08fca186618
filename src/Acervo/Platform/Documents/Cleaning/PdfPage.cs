namespace Acervo.Platform.Documents.Cleaning;

/// <summary>One page of the copy: its picture, and the words that were recognised on it, in points.</summary>
internal sealed record PdfPage(double Width, double Height, int PixelsAcross, int PixelsDown, byte[] Picture, string How, IReadOnlyList<PdfWord> Words)
{
    /// <summary>Words that the file held there and nobody saw.</summary>
    public int Unseen { get; init; }

    /// <summary>Words drawn otherwise than the file said, or not recognised.</summary>
    public int Different { get; init; }
}
