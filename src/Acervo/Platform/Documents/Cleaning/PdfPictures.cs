namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Blanks the metadata of the JPEG pictures in a printed PDF, which the printer copies as they are. Lengths stay, so the file stays whole.</summary>
internal static class PdfPictures
{
    public static void BlankMetadata(byte[] pdf)
    {
        for (var at = Next(pdf, 0); at >= 0; at = Next(pdf, at + 1))
        {
            var end = pdf.AsSpan(at).IndexOf("endstream"u8);
            if (end < 0)
            {
                throw new InvalidDataException("A picture in the PDF has no end.");
            }

            JpegMetadata.Blank(pdf.AsSpan(at, end));
        }
    }

    // Only a stream that begins as a JPEG does is one: the same bytes inside other data are left alone.
    private static int Next(byte[] pdf, int from)
    {
        ReadOnlySpan<byte> start = [(byte)'s', (byte)'t', (byte)'r', (byte)'e', (byte)'a', (byte)'m', (byte)'\n', 0xFF, 0xD8, 0xFF];
        var found = pdf.AsSpan(from).IndexOf(start);
        return found < 0 ? -1 : from + found + 7;
    }
}
