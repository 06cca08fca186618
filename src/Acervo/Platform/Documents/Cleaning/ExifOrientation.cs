using System.Buffers.Binary;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The one thing of EXIF that a picture needs to be seen the right way up: how the camera was turned.</summary>
internal static class ExifOrientation
{
    public const ushort None = 1;

    private const ushort Tag = 0x0112;
    private const int Tiff = 10;

    /// <summary>How the picture is turned (1 to 8), from its APP1 segment; 1 when it does not say.</summary>
    public static ushort Read(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < Tiff + 8 || !segment[4..].StartsWith("Exif\0\0"u8))
        {
            return None;
        }

        var tiff = segment[Tiff..];
        var little = tiff[0] == (byte)'I';
        var directory = (int)Math.Min(U32(tiff[4..], little), int.MaxValue - 2);
        if (directory + 2 > tiff.Length)
        {
            return None;
        }

        var count = U16(tiff[directory..], little);
        for (var i = 0; i < count && directory + 2 + ((i + 1) * 12) <= tiff.Length; i++)
        {
            var entry = tiff.Slice(directory + 2 + (i * 12), 12);
            if (U16(entry, little) == Tag && U16(entry[8..], little) is >= 1 and <= 8 and var turn)
            {
                return turn;
            }
        }

        return None;
    }

    /// <summary>An APP1 segment that says only this; nothing when the picture is not turned.</summary>
    public static byte[] Segment(ushort turn) => turn == None
        ? []
        :
        [
            0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0,
        ];

    private static ushort U16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint U32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
