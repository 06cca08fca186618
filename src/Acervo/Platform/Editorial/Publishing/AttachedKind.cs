using System.Buffers;
using Acervo.Platform.Documents.Cleaning;

namespace Acervo.Platform.Editorial.Publishing;

/// <summary>What an attached file is, by its bytes and never by its name; the file is looked through in pieces.</summary>
internal sealed record AttachedKind(CleanableKind Kind, string ContentType)
{
    private const int Piece = 64 * 1024;

    private static readonly byte[] Workbook = [.. "xl/workbook"u8];
    private static readonly byte[] Document = [.. "word/"u8];

    /// <summary>Null when it is nothing that can be published. The stream stands at its beginning afterwards.</summary>
    public static async Task<AttachedKind?> OfAsync(Stream file, CancellationToken cancel)
    {
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            return await FindAsync(file, piece.AsMemory(0, Piece), cancel);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
            file.Position = 0;
        }
    }

    private static async Task<AttachedKind?> FindAsync(Stream file, Memory<byte> piece, CancellationToken cancel)
    {
        file.Position = 0;
        var read = await file.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancel);
        switch (piece[..read].Span)
        {
            case [0x25, 0x50, 0x44, 0x46, ..]: return new(CleanableKind.Pdf, "application/pdf");
            case [0x89, 0x50, 0x4E, 0x47, ..]: return new(CleanableKind.Png, "image/png");
            case [0xFF, 0xD8, 0xFF, ..]: return new(CleanableKind.Jpeg, "image/jpeg");
            case not [0x50, 0x4B, ..]: return null;
        }

        // Names of parts stand anywhere in a package; the end of a piece is carried over, for one may be cut in two.
        var isDocument = false;
        for (var filled = read; ;)
        {
            if (piece[..filled].Span.IndexOf(Workbook) >= 0)
            {
                return new(CleanableKind.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            }

            isDocument |= piece[..filled].Span.IndexOf(Document) >= 0;
            var carried = Math.Min(filled, Workbook.Length - 1);
            piece[(filled - carried)..filled].CopyTo(piece);
            read = await file.ReadAtLeastAsync(piece[carried..], piece.Length - carried, throwOnEndOfStream: false, cancel);
            if (read == 0)
            {
                return isDocument ? new(CleanableKind.Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document") : null;
            }

            filled = carried + read;
        }
    }
}
