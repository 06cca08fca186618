using System.Buffers.Binary;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Walks the segments of a JPEG picture and keeps only those that draw it; the turn of the camera is kept, nothing else of EXIF.</summary>
internal static class JpegMetadata
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file is [0xFF, 0xD8, 0xFF, ..];

    public static byte[] Strip(byte[] file)
    {
        if (!IsJpeg(file))
        {
            throw new InvalidDataException("Not a JPEG picture.");
        }

        using var kept = new MemoryStream(file.Length);
        kept.Write(file, 0, 2);
        var turn = ExifOrientation.None;
        foreach (var segment in Segments(file))
        {
            var bytes = file.AsSpan(segment.Start, segment.Length);
            if (segment.Marker == 0xE1 && turn == ExifOrientation.None)
            {
                turn = ExifOrientation.Read(bytes);
                kept.Write(ExifOrientation.Segment(turn));
            }
            else if (Draws(segment.Marker, bytes))
            {
                kept.Write(bytes);
            }
        }

        return kept.ToArray();
    }

    private static bool Draws(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        0xFE => false,
        0xE0 => segment.Length == 18 && segment[4..].StartsWith("JFIF\0"u8),
        0xEE => segment[4..].StartsWith("Adobe"u8),
        >= 0xE1 and <= 0xEF => false,
        _ => true,
    };

    /// <summary>The parts of a picture in order, the data of a scan with its head.</summary>
    public static IEnumerable<(byte Marker, int Start, int Length)> Segments(byte[] file)
    {
        for (var at = 2; ;)
        {
            if (at + 2 > file.Length || file[at] != 0xFF)
            {
                throw new InvalidDataException("The JPEG picture is damaged.");
            }

            var marker = file[at + 1];
            var length = Length(file, at, marker);
            if (marker != 0xFF)
            {
                yield return (marker, at, length);
            }

            // What follows the end of the picture is not the picture.
            if (marker == EndOfImage)
            {
                yield break;
            }

            at += length;
        }
    }

    private static int Length(byte[] file, int at, byte marker)
    {
        if (marker is EndOfImage or 0x01 or (>= 0xD0 and <= 0xD7))
        {
            return 2;
        }

        // A filling byte before the marker.
        if (marker == 0xFF)
        {
            return 1;
        }

        var length = at + 4 <= file.Length ? 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2)) : int.MaxValue;
        if (length < 4 || length > file.Length - at)
        {
            throw new InvalidDataException("The JPEG picture is cut short.");
        }

        return marker == StartOfScan ? length + ScanLength(file.AsSpan(at + length)) : length;
    }

    // The scan runs until a marker that is neither a stuffed zero nor a restart.
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        for (var i = 0; i + 1 < rest.Length; i++)
        {
            if (rest[i] == 0xFF && rest[i + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return i;
            }
        }

        throw new InvalidDataException("The JPEG picture has no end.");
    }
}
